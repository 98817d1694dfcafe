import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { TrajectenLoaders } from '../loaders.ts';
import type { LoonwaardemetingRij } from '../loaders/loonwaardemetingen-loader.ts';
import type { SchuldhulptrajectRij } from '../loaders/schuldhulp-loaders.ts';
import type { TrajectRij } from '../loaders/traject-loaders.ts';
import type { VoorzieningRij } from '../loaders/voorzieningen-loader.ts';

type Context = SubgraphContext<TrajectenLoaders>;

/** A klant is known here by key only: whether it exists is for klanten to say. */
export interface KlantStub {
  readonly id: string;
}

/** The part of Klant that trajecten owns. */
export const klantResolvers = {
  __resolveReference: ({ sleutel }: { sleutel: string }): KlantStub => ({ id: sleutel }),

  sleutel: ({ id }: KlantStub): string => id,

  trajecten: ({ id }: KlantStub, _args: unknown, { loaders }: Context): Promise<readonly TrajectRij[]> =>
    loaders.trajecten.load(id),

  voorzieningen: (
    { id }: KlantStub,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly VoorzieningRij[]> => loaders.voorzieningen.load(id),

  loonwaardemetingen: (
    { id }: KlantStub,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly LoonwaardemetingRij[]> => loaders.loonwaardemetingen.load(id),

  /** Yes or no, and nothing of what runs. */
  schuldhulpLoopt: async ({ id }: KlantStub, _args: unknown, { loaders }: Context): Promise<boolean> =>
    (await loaders.lopendeSchuldhulp.load(id)).length > 0,

  schuldhulptrajecten: (
    { id }: KlantStub,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly SchuldhulptrajectRij[]> => loaders.schuldhulptrajecten.load(id),
};
