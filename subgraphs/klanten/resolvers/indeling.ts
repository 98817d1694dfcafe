import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { IndelingRij } from '../loaders/indeling-loader.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Indeling: the other fields are its columns. */
export const indelingResolvers = {
  herkomst: (_indeling: IndelingRij, _args: unknown, { klok }: Context): Herkomst =>
    herkomstVanDossier('klanten', klok),
};
