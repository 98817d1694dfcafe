import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { BeroepRij } from '../loaders/beroep-loader.ts';
import type { NaamRij } from '../loaders/kandidaat-loader.ts';
import { beroepen } from './beroepen.ts';
import type { KandidaatRij } from './voordracht.ts';
import { type Werktijden, werktijden } from './werktijden.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** Kandidaat: what is shown depends on the phase of the voordracht, which the loaders read. */
export const kandidaatResolvers = {
  bemiddelingsberoep: async (
    { id }: KandidaatRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly BeroepRij[]> => beroepen((await loaders.wensen.load(id))?.beroepCodes ?? [], loaders),

  werktijden: async (
    { id }: KandidaatRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<Werktijden | null> => {
    const wensen = await loaders.wensen.load(id);
    return wensen && werktijden(wensen);
  },

  naam: async ({ id }: KandidaatRij, _args: unknown, { loaders }: Context): Promise<string | null> =>
    (await loaders.kandidaatNaam.load(id))?.naam ?? null,

  contact: ({ id }: KandidaatRij, _args: unknown, { loaders }: Context): Promise<NaamRij | null> =>
    loaders.kandidaatNaam.load(id),

  cv: ({ id }: KandidaatRij, _args: unknown, { loaders }: Context): Promise<NaamRij | null> =>
    loaders.kandidaatNaam.load(id),
};
