import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { FinancienLoaders } from '../loaders.ts';
import type { SamenwerkingsverbandRij } from '../loaders/samenwerkingsverband-loader.ts';

/** The questions that financien answers itself. */
export const queryResolvers = {
  samenwerkingsverband: (
    _bron: unknown,
    { code }: { code: string },
    { loaders }: SubgraphContext<FinancienLoaders>,
  ): Promise<SamenwerkingsverbandRij | null> => loaders.samenwerkingsverband.load(code),
};
