import type { Bouw } from './bouw.ts';
import { type Dag, eersteVan, laatsteVan } from './dagen.ts';
import type { Gang } from './gang.ts';

const TEAMS = 4;

/** A regisseur who is away for some weeks, and the demo user who stands in meanwhile. */
const AFWEZIG = {
  medewerker: 'mw-l03',
  vervanger: 'vervanger-lv',
  team: 'Werk en Inkomen 2',
  van: '2013-03-25',
  tot: '2013-04-15',
} as const;

/** The team of a medewerker: four teams, by the number in the name; consulent-lv is in the first. */
export function teamVan(medewerker: string): string {
  const nummer = Number(/\d+$/.exec(medewerker)?.[0] ?? 1);
  return `Werk en Inkomen ${((nummer - 1) % TEAMS) + 1}`;
}

/**
 * Writes the regie of each gang: one row for each regisseur, the periods joined end to end, so that there is exactly one
 * on every day; and one for who stands in, on the days on which the regisseur is away.
 */
export function schrijfRegie(bouw: Bouw, gangen: readonly Gang[]): void {
  for (const { persoon, gemeente, tot, regisseurs } of gangen) {
    const schrijf = (rol: string, medewerker: string, team: string, van: Dag, totDag: Dag | null): void =>
      bouw.voegToe('regie', {
        klant_id: persoon.id,
        rol,
        medewerker,
        team,
        geldig_van: van,
        geldig_tot: totDag,
        verantwoordelijke: gemeente,
      });
    regisseurs.forEach(({ medewerker, van }, at) => {
      const einde = regisseurs[at + 1]?.van ?? tot;
      schrijf('REGISSEUR', medewerker, teamVan(medewerker), van, einde);
      if (medewerker !== AFWEZIG.medewerker) return;
      const weg = laatsteVan(van, AFWEZIG.van);
      const terug = einde === null ? AFWEZIG.tot : eersteVan(einde, AFWEZIG.tot);
      if (weg < terug) schrijf('VERVANGER', AFWEZIG.vervanger, AFWEZIG.team, weg, terug);
    });
  }
}
