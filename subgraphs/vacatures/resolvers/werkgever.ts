import type { Bladzijde } from '../../chassis/paging/bladzijde.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { PlaatsingRij } from '../loaders/plaatsing-loader.ts';
import type { VacatureRij } from '../loaders/vacature-loader.ts';
import type { VestigingRij, WerkgeverRij } from '../loaders/werkgever-loader.ts';
import { type Bladzijdevraag, leesBladzijde } from './lees-bladzijde.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** Werkgever: the other fields are its columns. */
export const werkgeverResolvers = {
  __resolveReference: ({ kvk }: { kvk: string }, { loaders }: Context): Promise<WerkgeverRij | null> =>
    loaders.werkgever.load(kvk),

  vestigingen: (
    { kvk }: WerkgeverRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly VestigingRij[]> => loaders.vestigingen.load(kvk),

  vacatures: (
    { kvk }: WerkgeverRij,
    vraag: Bladzijdevraag,
    { loaders, cursors }: Context,
  ): Promise<Bladzijde<VacatureRij>> =>
    leesBladzijde(loaders.vacatures, 'Werkgever.vacatures', kvk, vraag, cursors),

  plaatsingen: (
    { kvk }: WerkgeverRij,
    vraag: Bladzijdevraag,
    { loaders, cursors }: Context,
  ): Promise<Bladzijde<PlaatsingRij>> =>
    leesBladzijde(loaders.plaatsingen, 'Werkgever.plaatsingen', kvk, vraag, cursors),
};
