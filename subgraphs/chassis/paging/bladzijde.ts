import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

/** The largest page. */
const GROOTSTE = 100;

/** A page of a connection. */
export interface Bladzijde<Rij> {
  readonly edges: readonly { readonly cursor: string; readonly node: Rij }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Refuses a page size outside 1..100 with INVOER_ONGELDIG. */
export function controleerFirst(first: number): void {
  if (first < 1 || first > GROOTSTE)
    throw new KetenFout('INVOER_ONGELDIG', `first must be 1 to ${GROOTSTE}`, { argument: 'first' });
}

/** The page of at most `first` rows, made from rows read with one more than that. */
export function maakBladzijde<Rij>(
  rijen: readonly Rij[],
  first: number,
  cursorVan: (rij: Rij) => string,
): Bladzijde<Rij> {
  const edges = rijen.slice(0, first).map((node) => ({ cursor: cursorVan(node), node }));
  return { edges, pageInfo: { hasNextPage: rijen.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
