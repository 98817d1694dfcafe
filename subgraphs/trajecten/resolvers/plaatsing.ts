import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { TrajectenLoaders } from '../loaders.ts';
import type { LoonkostensubsidieRij } from '../loaders/loonkostensubsidie-loaders.ts';

/** A plaatsing is known here by key only: whether it exists is for vacatures to say. */
interface PlaatsingStub {
  readonly id: string;
}

/** The part of Plaatsing that trajecten owns. */
export const plaatsingResolvers = {
  __resolveReference: ({ id }: PlaatsingStub): PlaatsingStub => ({ id }),

  loonkostensubsidie: (
    { id }: PlaatsingStub,
    _args: unknown,
    { loaders }: SubgraphContext<TrajectenLoaders>,
  ): Promise<LoonkostensubsidieRij | null> => loaders.subsidieVanPlaatsing.load(id),
};
