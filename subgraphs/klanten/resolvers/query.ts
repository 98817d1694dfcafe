import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Lijst } from '../../chassis/paging/cursors.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** The ways into the graph that klanten owns. */
export const queryResolvers = {
  klant: (_bron: unknown, { id }: { id: string }, { loaders }: Context): Promise<KlantRij | null> =>
    loaders.klant.load(id),

  klanten: async (
    _bron: unknown,
    { first, after }: { first: number; after?: string | null },
    { loaders, cursors, toegang }: Context,
  ): Promise<Bladzijde<KlantRij>> => {
    controleerFirst(first);
    const lijst: Lijst = { veld: 'Query.klanten', filter: { bereik: toegang.bereikPersonen } };
    const [na = ''] = typeof after === 'string' ? cursors.lees(lijst, after) : [];
    const rijen = await loaders.klanten(na, first + 1);
    return maakBladzijde(rijen, first, ({ id }) => cursors.maak(lijst, [id]));
  },

  gemeente: (_bron: unknown, { code }: { code: string }, { loaders }: Context): Promise<GemeenteRij | null> =>
    loaders.gemeente.load(code),
};
