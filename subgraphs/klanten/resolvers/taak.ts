import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';
import type { TaakRij } from '../loaders/werklijst-lezer.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Taak: the other fields are its columns. */
export const taakResolvers = {
  klant: ({ klantId }: TaakRij, _args: unknown, { loaders }: Context): Promise<KlantRij | null> =>
    loaders.klant.load(klantId),

  teLaat: ({ uiterlijk }: TaakRij, _args: unknown, { klok }: Context): boolean => uiterlijk < klok.vandaag,
};
