import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';
import type { UitkeringRij } from '../loaders/uitkering-rij.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Klant: the other fields are its columns. */
export const klantResolvers = {
  __resolveReference: ({ id }: { id: string }, { loaders }: Context): Promise<KlantRij | null> =>
    loaders.klant.load(id),

  verantwoordelijke: (
    { verantwoordelijke }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<GemeenteRij | null> => loaders.gemeente.load(verantwoordelijke),

  uitkeringen: (
    { huishoudenId }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly UitkeringRij[]> => loaders.uitkeringen.load(huishoudenId),
};
