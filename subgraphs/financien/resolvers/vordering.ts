import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { FinancienLoaders } from '../loaders.ts';
import type { VorderingRij } from '../loaders/vordering-rij.ts';

/** Vordering: its fields are its columns. */
export const vorderingResolvers = {
  __resolveReference: (
    { id }: { id: string },
    { loaders }: SubgraphContext<FinancienLoaders>,
  ): Promise<VorderingRij | null> => loaders.vordering.load(id),
};
