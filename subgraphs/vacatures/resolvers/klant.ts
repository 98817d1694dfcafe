import type { Bladzijde } from '../../chassis/paging/bladzijde.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { ProfielRij } from '../loaders/profiel-loader.ts';
import type { VoordrachtRij } from '../loaders/voordracht-loader.ts';
import { type Bladzijdevraag, leesBladzijde } from './lees-bladzijde.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** A klant is known here by key only: whether it exists is for klanten to say. */
interface KlantStub {
  readonly id: string;
}

/** The part of Klant that vacatures owns. */
export const klantResolvers = {
  __resolveReference: ({ sleutel }: { sleutel: string }): KlantStub => ({ id: sleutel }),

  sleutel: ({ id }: KlantStub): string => id,

  profiel: ({ id }: KlantStub, _args: unknown, { loaders }: Context): Promise<ProfielRij | null> =>
    loaders.profiel.load(id),

  voordrachten: (
    { id }: KlantStub,
    vraag: Bladzijdevraag,
    { loaders, cursors }: Context,
  ): Promise<Bladzijde<VoordrachtRij>> =>
    leesBladzijde(loaders.voordrachtenVanKlant, 'Klant.voordrachten', id, vraag, cursors),
};
