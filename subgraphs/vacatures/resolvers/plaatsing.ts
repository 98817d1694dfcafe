import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { PlaatsingRij } from '../loaders/plaatsing-loader.ts';

/** Plaatsing: its fields are its columns. */
export const plaatsingResolvers = {
  __resolveReference: (
    { id }: { id: string },
    { loaders }: SubgraphContext<VacaturesLoaders>,
  ): Promise<PlaatsingRij | null> => loaders.plaatsing.load(id),
};
