import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { RegieRij } from '../loaders/regie-loader.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Regie: the other fields are its columns. */
export const regieResolvers = {
  /** A medewerker is kept in the form that stands in a bereiksleutel. */
  vanMij: ({ medewerker }: RegieRij, _args: unknown, { toegang }: Context): boolean =>
    medewerker === encodeURIComponent(toegang.vrager.sub),

  herkomst: (_regie: RegieRij, _args: unknown, { klok }: Context): Herkomst =>
    herkomstVanDossier('klanten', klok),
};
