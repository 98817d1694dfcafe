import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { TrajectenLoaders } from '../loaders.ts';
import type { LoonkostensubsidieRij } from '../loaders/loonkostensubsidie-loaders.ts';

/** Loonkostensubsidie: its fields are its columns. */
export const loonkostensubsidieResolvers = {
  __resolveReference: (
    { id }: { id: string },
    { loaders }: SubgraphContext<TrajectenLoaders>,
  ): Promise<LoonkostensubsidieRij | null> => loaders.loonkostensubsidie.load(id),
};
