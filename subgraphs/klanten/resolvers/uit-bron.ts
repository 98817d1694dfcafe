import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { KlantenLoaders } from '../loaders.ts';

/** Types of which a row may come from another source than klanten: the other fields are columns. */
export const uitBronResolvers = {
  herkomst: (
    { bron }: { readonly bron: string | null },
    _args: unknown,
    { klok }: SubgraphContext<KlantenLoaders>,
  ): Herkomst => herkomstVanDossier(bron ?? 'klanten', klok),
};
