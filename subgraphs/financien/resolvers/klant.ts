import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Cursors, Lijst } from '../../chassis/paging/cursors.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { FinancienLoaders } from '../loaders.ts';
import type { VorderingenVraag } from '../loaders/vorderingen-loader.ts';
import type { VorderingRij } from '../loaders/vordering-rij.ts';

type Context = SubgraphContext<FinancienLoaders>;

/** A klant is known here by key only: whether it exists is for klanten to say. */
interface KlantStub {
  readonly id: string;
}

/** The part of Klant that financien owns. */
export const klantResolvers = {
  __resolveReference: ({ id }: KlantStub): KlantStub => ({ id }),

  vorderingen: async (
    { id }: KlantStub,
    { first, after }: { first: number; after?: string | null },
    { loaders, cursors }: Context,
  ): Promise<Bladzijde<VorderingRij>> => {
    controleerFirst(first);
    const lijst: Lijst = { veld: 'Klant.vorderingen', filter: { klant: id } };
    const na = typeof after === 'string' ? { na: plaatsVan(cursors, lijst, after) } : {};
    const rijen = await loaders.vorderingen.load({ klantId: id, aantal: first + 1, ...na });
    return maakBladzijde(rijen, first, (rij) => cursors.maak(lijst, [rij.besluitdatum, rij.id]));
  },
};

function plaatsVan(cursors: Cursors, lijst: Lijst, after: string): NonNullable<VorderingenVraag['na']> {
  const [besluitdatum, id] = cursors.lees(lijst, after);
  if (besluitdatum === undefined || id === undefined) throw new KetenFout('CURSOR_ONGELDIG');
  return { besluitdatum, id };
}
