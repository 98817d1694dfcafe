import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Lijst } from '../../chassis/paging/cursors.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import { NOODTOEGANG, type NoodtoegangRij, VOOR_ALLES } from '../loaders/noodtoegang-loader.ts';

type Context = SubgraphContext<KlantenLoaders>;

interface Weekbladzijde {
  readonly weekVan?: string | null;
  readonly first: number;
  readonly after?: string | null;
}

/** The day in Amsterdam at a time in milliseconds since 1970, `JJJJ-MM-DD`. */
const dagInAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The use of noodtoegang of a week, within the scope of who reviews it. */
export async function noodtoegangen(
  _bron: unknown,
  { weekVan, first, after }: Weekbladzijde,
  { loaders, cursors, toegang, klok }: Context,
): Promise<Bladzijde<NoodtoegangRij>> {
  controleerFirst(first);
  const dag = weekVan ?? dagInAmsterdam.format(klok.nu());
  const lijst: Lijst = {
    veld: 'Query.noodtoegangen',
    filter: { bereik: toegang.bereik(NOODTOEGANG), weekVan: dag },
  };
  const [tijd = VOOR_ALLES[0], id = VOOR_ALLES[1]] =
    typeof after === 'string' ? cursors.lees(lijst, after) : VOOR_ALLES;
  const rijen = await loaders.noodtoegangen.vanWeek({ na: [tijd, id], weekVan: dag, aantal: first + 1 });
  return maakBladzijde(rijen, first, (rij) => cursors.maak(lijst, [rij.tijd, rij.id]));
}

/**
 * Reviews a use of noodtoegang and gives it as it is after that: what was said first stands. One out of scope is absent, as
 * one that does not exist. Throws TWEEDE_PERSOON_NODIG when it is the asker's own.
 */
export async function beoordeelNoodtoegang(
  _bron: unknown,
  { noodtoegang, oordeel }: { readonly noodtoegang: string; readonly oordeel: string },
  { loaders }: Context,
): Promise<NoodtoegangRij | null> {
  await loaders.noodtoegangen.beoordeel(noodtoegang, oordeel);
  const rij = await loaders.noodtoegangen.een(noodtoegang);
  if (rij !== null && rij.oordeel === null)
    throw new KetenFout('TWEEDE_PERSOON_NODIG', 'who used noodtoegang does not review it');
  return rij;
}
