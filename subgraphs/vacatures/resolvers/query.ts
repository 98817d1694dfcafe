import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { VoordrachtRij } from '../loaders/voordracht-loader.ts';
import { BEHEER, type WerkgeverRij } from '../loaders/werkgever-loader.ts';
import type { ZoekprofielRij } from '../loaders/zoekprofiel-lezer.ts';
import type { Bladzijdevraag } from './lees-bladzijde.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** How the bereiksleutel of a werkgever begins. */
const KVK = 'kvk/';

const ZOEKPROFIELEN = { veld: 'Query.zoekprofielen', filter: {} };

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

  zoekprofielen: async (
    _bron: unknown,
    { first, after }: Bladzijdevraag,
    { loaders, cursors }: Context,
  ): Promise<Bladzijde<ZoekprofielRij>> => {
    controleerFirst(first);
    const [na] = typeof after === 'string' ? cursors.lees(ZOEKPROFIELEN, after) : [''];
    if (na === undefined) throw new KetenFout('CURSOR_ONGELDIG');
    const rijen = await loaders.leesZoekprofielen(first + 1, na);
    return maakBladzijde(rijen, first, ({ klantId }) => cursors.maak(ZOEKPROFIELEN, [klantId]));
  },
};
