import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { FinancienLoaders } from '../loaders.ts';
import type { VorderingRij } from '../loaders/vorderingen-loader.ts';

/** Vordering: the other fields are its columns. */
export const vorderingResolvers = {
  herkomst: (
    _vordering: VorderingRij,
    _args: unknown,
    { klok }: SubgraphContext<FinancienLoaders>,
  ): Herkomst => herkomstVanDossier('financien', klok),
};
