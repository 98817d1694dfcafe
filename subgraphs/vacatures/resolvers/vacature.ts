import type { Bladzijde } from '../../chassis/paging/bladzijde.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { BeroepRij } from '../loaders/beroep-loader.ts';
import type { VacatureRij } from '../loaders/vacature-loader.ts';
import type { VoordrachtRij } from '../loaders/voordracht-loader.ts';
import { type Bladzijdevraag, leesBladzijde } from './lees-bladzijde.ts';
import { werktijden } from './werktijden.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** Vacature: the other fields are its columns. */
export const vacatureResolvers = {
  __resolveReference: ({ id }: { id: string }, { loaders }: Context): Promise<VacatureRij | null> =>
    loaders.vacature.load(id),

  beroep: ({ beroepCode }: VacatureRij, _args: unknown, { loaders }: Context): Promise<BeroepRij | null> =>
    loaders.beroep.load(beroepCode),

  werktijden,

  /** Never below zero: a vacature may get more plaatsingen than it asked for. Of what is no longer open nothing is left to fill. */
  resterendePlaatsen: ({ status, aantalPlaatsen, bezet }: VacatureRij): number | null =>
    status === 'OPEN' ? Math.max(0, aantalPlaatsen - bezet) : null,

  voordrachten: (
    { id }: VacatureRij,
    vraag: Bladzijdevraag,
    { loaders, cursors }: Context,
  ): Promise<Bladzijde<VoordrachtRij>> =>
    leesBladzijde(loaders.voordrachtenVanVacature, 'Vacature.voordrachten', id, vraag, cursors),
};
