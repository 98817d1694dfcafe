import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { BeroepRij } from '../loaders/beroep-loader.ts';
import type { ZoekprofielRij } from '../loaders/zoekprofiel-lezer.ts';
import { beroepen } from './beroepen.ts';
import { werktijden } from './werktijden.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** Zoekprofiel: what work somebody looks for, and of where he lives no more than the gemeente. */
export const zoekprofielResolvers = {
  id: ({ klantId }: ZoekprofielRij): string => klantId,

  bemiddelingsberoep: (
    { beroepCodes }: ZoekprofielRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly BeroepRij[]> => beroepen(beroepCodes, loaders),

  werktijden,

  maximaleReisafstand: ({ reisafstand }: ZoekprofielRij): number | null => reisafstand,

  gemeente: ({
    verantwoordelijke,
  }: ZoekprofielRij): { readonly code: string; readonly verantwoordelijke: string } => ({
    code: verantwoordelijke,
    verantwoordelijke,
  }),
};
