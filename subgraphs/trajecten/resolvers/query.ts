import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Lijst } from '../../chassis/paging/cursors.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { TrajectenLoaders } from '../loaders.ts';
import type { OngezienRij } from '../loaders/ongezien-lezer.ts';
import { TRAJECT } from '../loaders/traject-loaders.ts';

/** The ways into the graph that trajecten owns. */
export const queryResolvers = {
  ongezien: async (
    _bron: unknown,
    { first, after }: { first: number; after?: string | null },
    { loaders, cursors, toegang }: SubgraphContext<TrajectenLoaders>,
  ): Promise<Bladzijde<OngezienRij>> => {
    controleerFirst(first);
    const lijst: Lijst = { veld: 'Query.ongezien', filter: { bereik: toegang.bereik(TRAJECT) } };
    const [na = ''] = typeof after === 'string' ? cursors.lees(lijst, after) : [];
    const rijen = await loaders.ongezien(na, first + 1);
    return maakBladzijde(rijen, first, ({ klantId }) => cursors.maak(lijst, [klantId]));
  },
};
