import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { TrajectenLoaders } from '../loaders.ts';
import type { SchuldhulptrajectRij, SchuldRij } from '../loaders/schuldhulp-loaders.ts';

/** Schuldhulptraject: the other fields are its columns. */
export const schuldhulptrajectResolvers = {
  schulden: async (
    { id, klantId }: SchuldhulptrajectRij,
    _args: unknown,
    { loaders }: SubgraphContext<TrajectenLoaders>,
  ): Promise<readonly SchuldRij[]> => {
    const schulden = await loaders.schulden.load(klantId);
    return schulden.filter(({ schuldhulptrajectId }) => schuldhulptrajectId === id);
  },
};
