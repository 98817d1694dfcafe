import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';
import type { UitkeringRij } from '../loaders/uitkering-rij.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Uitkering: the other fields are its columns. */
export const uitkeringResolvers = {
  /** A rechthebbende out of scope is absent from the list, not an error. */
  rechthebbenden: async (
    { klantIds }: UitkeringRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly KlantRij[]> => {
    const klanten = await Promise.all(klantIds.map((id) => loaders.klant.load(id)));
    return klanten.filter((klant) => klant !== null);
  },

  herkomst: (_uitkering: UitkeringRij, _args: unknown, { klok }: Context): Herkomst =>
    herkomstVanDossier('klanten', klok),
};
