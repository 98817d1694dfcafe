import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { HuishoudenRij } from '../loaders/huishouden-loader.ts';
import type { UitkeringRij } from '../loaders/uitkeringen-loader.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Huishouden: the other field is its key. */
export const huishoudenResolvers = {
  uitkeringen: (
    { id }: HuishoudenRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly UitkeringRij[]> => loaders.uitkeringenVanHuishouden.load(id),
};
