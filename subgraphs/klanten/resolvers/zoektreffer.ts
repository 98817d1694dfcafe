import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';

/** Zoektreffer: the other fields are columns of the klant. */
export const zoektrefferResolvers = {
  verantwoordelijke: (
    { verantwoordelijke }: KlantRij,
    _args: unknown,
    { loaders }: SubgraphContext<KlantenLoaders>,
  ): Promise<GemeenteRij | null> => loaders.gemeente.load(verantwoordelijke),
};
