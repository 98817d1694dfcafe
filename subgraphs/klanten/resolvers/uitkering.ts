import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';
import type { UitkeringRij } from '../loaders/uitkeringen-loader.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** The form of `Blokkade` in the graph. */
interface Blokkade {
  readonly reden: string;
  readonly sinds: string;
}

/** Uitkering: the other fields are its columns. */
export const uitkeringResolvers = {
  verantwoordelijke: (
    { verantwoordelijke }: UitkeringRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<GemeenteRij | null> => loaders.gemeente.load(verantwoordelijke),

  /** A rechthebbende out of scope is absent from the list, not an error. */
  rechthebbenden: async (
    { klantIds }: UitkeringRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly KlantRij[]> => {
    const klanten = await Promise.all(klantIds.map((id) => loaders.klant.load(id)));
    return klanten.filter((klant) => klant !== null);
  },

  redenEindeDetail: async (
    { id }: UitkeringRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<string | null> => (await loaders.redenEinde.load(id))?.reden ?? null,

  blokkade: ({ blokkadeReden, blokkadeSinds }: UitkeringRij): Blokkade | null =>
    blokkadeReden === null || blokkadeSinds === null ? null : { reden: blokkadeReden, sinds: blokkadeSinds },

  herkomst: (_uitkering: UitkeringRij, _args: unknown, { klok }: Context): Herkomst =>
    herkomstVanDossier('klanten', klok),
};
