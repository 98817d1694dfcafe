/** See `koppel-node.mjs`. */
export function koppelNode(keus: { readonly map: string; readonly soort?: string }): boolean;
