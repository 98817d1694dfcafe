import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Lijst } from '../../chassis/paging/cursors.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { FinancienLoaders } from '../loaders.ts';
import type { BeslagRij, BetaalregelRij, RekeningRij } from '../loaders/betaaltabellen.ts';
import type { VorderingRij } from '../loaders/vorderingen-loader.ts';
import { strookNa } from './strook-na.ts';

/** A klant is known here by key only: whether it exists is for klanten to say. */
interface KlantStub {
  readonly id: string;
}

/** The part of Klant that financien owns. */
export const klantResolvers = {
  __resolveReference: ({ sleutel }: { sleutel: string }): KlantStub => ({ id: sleutel }),

  sleutel: ({ id }: KlantStub): string => id,

  vorderingen: async (
    { id }: KlantStub,
    { first, after }: { first: number; after?: string | null },
    { loaders, cursors }: SubgraphContext<FinancienLoaders>,
  ): Promise<Bladzijde<VorderingRij>> => {
    controleerFirst(first);
    const lijst: Lijst = { veld: 'Klant.vorderingen', filter: { klant: id } };
    const strook = { van: id, aantal: first + 1, ...strookNa(cursors, lijst, after) };
    const rijen = await loaders.vorderingen.load(strook);
    return maakBladzijde(rijen, first, (rij) => cursors.maak(lijst, [rij.besluitdatum, rij.id]));
  },

  rekeningen: (
    { id }: KlantStub,
    _args: unknown,
    { loaders }: SubgraphContext<FinancienLoaders>,
  ): Promise<readonly RekeningRij[]> => loaders.rekeningen.load(id),

  betaalregels: (
    { id }: KlantStub,
    _args: unknown,
    { loaders }: SubgraphContext<FinancienLoaders>,
  ): Promise<readonly BetaalregelRij[]> => loaders.betaalregels.load(id),

  beslagen: (
    { id }: KlantStub,
    _args: unknown,
    { loaders }: SubgraphContext<FinancienLoaders>,
  ): Promise<readonly BeslagRij[]> => loaders.beslagen.load(id),
};
