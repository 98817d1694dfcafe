/** The subgraphs by name, each with the port it has when everything runs on one machine. */
export const SUBGRAPHS = { klanten: 4001, financien: 4002, vacatures: 4003, trajecten: 4004 } as const;
