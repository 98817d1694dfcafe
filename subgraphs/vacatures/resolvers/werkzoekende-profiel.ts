import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { BeroepRij } from '../loaders/beroep-loader.ts';
import type { ProfielRij } from '../loaders/profiel-loader.ts';
import { beroepen } from './beroepen.ts';
import { werktijden } from './werktijden.ts';

/** How far somebody travels; the form of `Mobiliteit` in the graph. */
interface Mobiliteit {
  readonly bemiddelingspostcode: string;
  readonly maximaleReisafstand: number | null;
}

/** WerkzoekendeProfiel: the columns of a profiel in the groups of VUM. */
export const werkzoekendeProfielResolvers = {
  bemiddelingsberoep: (
    { beroepCodes }: ProfielRij,
    _args: unknown,
    { loaders }: SubgraphContext<VacaturesLoaders>,
  ): Promise<readonly BeroepRij[]> => beroepen(beroepCodes, loaders),

  mobiliteit: ({ postcode, reisafstand }: ProfielRij): Mobiliteit => ({
    bemiddelingspostcode: postcode,
    maximaleReisafstand: reisafstand,
  }),

  werktijden,

  indicatieLdrRegistratie: async (
    { klantId }: ProfielRij,
    _args: unknown,
    { loaders }: SubgraphContext<VacaturesLoaders>,
  ): Promise<boolean | null> => (await loaders.ldrRegistratie.load(klantId)).at(0)?.indicatie ?? null,

  herkomstLdrRegistratie: async (
    { klantId }: ProfielRij,
    _args: unknown,
    { loaders, klok }: SubgraphContext<VacaturesLoaders>,
  ): Promise<Herkomst | null> => {
    const [registratie] = await loaders.ldrRegistratie.load(klantId);
    return registratie === undefined ? null : herkomstVanDossier(registratie.bron, klok);
  },

  eisAanWerk: async (
    { klantId }: ProfielRij,
    _args: unknown,
    { loaders }: SubgraphContext<VacaturesLoaders>,
  ): Promise<string | null> => (await loaders.profielBijzonder.load(klantId)).at(0)?.eisAanWerk ?? null,
};
