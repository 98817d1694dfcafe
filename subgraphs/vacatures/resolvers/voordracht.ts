import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { BeroepRij } from '../loaders/beroep-loader.ts';
import type { VoordrachtRij } from '../loaders/voordracht-loader.ts';
import type { VoordrachtstapRij } from '../loaders/voordrachtstap-loader.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** A kandidaat is the voordracht seen as a person: it has the key and the reach of the voordracht. */
export type KandidaatRij = Pick<VoordrachtRij, 'id' | 'klantId' | 'verantwoordelijke' | 'bereik'>;

/** Voordracht: the other fields are its columns. */
export const voordrachtResolvers = {
  beroep: ({ beroepCode }: VoordrachtRij, _args: unknown, { loaders }: Context): Promise<BeroepRij | null> =>
    loaders.beroep.load(beroepCode),

  kandidaat: ({ id, klantId, verantwoordelijke, bereik }: VoordrachtRij): KandidaatRij => ({
    id,
    klantId,
    verantwoordelijke,
    bereik,
  }),

  /** The steps are read within their own bounds; what reaches the voordracht reaches those that are left. */
  stappen: async (
    { id, verantwoordelijke, bereik }: VoordrachtRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly (VoordrachtstapRij & Pick<VoordrachtRij, 'verantwoordelijke' | 'bereik'>)[]> =>
    (await loaders.stappen.load(id)).map((stap) => ({ ...stap, verantwoordelijke, bereik })),

  herkomst: (_rij: VoordrachtRij, _args: unknown, { klok }: Context): Herkomst =>
    herkomstVanDossier('vacatures', klok),
};
