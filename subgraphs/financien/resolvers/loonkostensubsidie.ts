import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Lijst } from '../../chassis/paging/cursors.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { FinancienLoaders } from '../loaders.ts';
import type { BetalingRij } from '../loaders/betalingen-loader.ts';
import { strookNa } from './strook-na.ts';

/** A beschikking is known here by key only: whether it exists is for trajecten to say. */
interface SubsidieStub {
  readonly id: string;
}

/** The part of Loonkostensubsidie that financien owns. */
export const loonkostensubsidieResolvers = {
  __resolveReference: ({ id }: SubsidieStub): SubsidieStub => ({ id }),

  betalingen: async (
    { id }: SubsidieStub,
    { first, after }: { first: number; after?: string | null },
    { loaders, cursors }: SubgraphContext<FinancienLoaders>,
  ): Promise<Bladzijde<BetalingRij>> => {
    controleerFirst(first);
    const lijst: Lijst = { veld: 'Loonkostensubsidie.betalingen', filter: { subsidie: id } };
    const strook = { van: id, aantal: first + 1, ...strookNa(cursors, lijst, after) };
    const rijen = await loaders.betalingen.load(strook);
    return maakBladzijde(rijen, first, (rij) => cursors.maak(lijst, [rij.betaaldOp, rij.id]));
  },
};
