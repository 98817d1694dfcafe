import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { VoordrachtRij } from '../loaders/voordracht-loader.ts';
import { BEHEER, type WerkgeverRij } from '../loaders/werkgever-loader.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** How the bereiksleutel of a werkgever begins. */
const KVK = 'kvk/';

/** The ways into the graph that vacatures owns. */
export const queryResolvers = {
  /** Whoever asks as a werkgever has its own number as the one bereiksleutel of this kind; nobody else has one. */
  mijnWerkgever: (
    _bron: unknown,
    _args: unknown,
    { loaders, toegang }: Context,
  ): Promise<WerkgeverRij | null> | null => {
    const [eigen, ander] = toegang.bereik(BEHEER).filter((sleutel) => sleutel.startsWith(KVK));
    return eigen === undefined || ander !== undefined
      ? null
      : loaders.werkgever.load(eigen.slice(KVK.length));
  },

  voordracht: (_bron: unknown, { id }: { id: string }, { loaders }: Context): Promise<VoordrachtRij | null> =>
    loaders.voordracht.load(id),
};
