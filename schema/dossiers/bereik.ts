import type { Bouw } from './bouw.ts';
import type { Gang } from './gang.ts';

const TEAMS = 4;

/** The team of a medewerker: four teams, by the number in the name; consulent-lv is in the first. */
export function teamVan(medewerker: string): string {
  const nummer = Number(/\d+$/.exec(medewerker)?.[0] ?? 1);
  return `Werk en Inkomen ${((nummer - 1) % TEAMS) + 1}`;
}

/**
 * Writes regie and klantbereik of each gang: one row for each regisseur, the periods joined end to end, so that there
 * is exactly one on every day.
 */
export function schrijfBereik(bouw: Bouw, gangen: readonly Gang[]): void {
  for (const { persoon, gemeente, tot, partner, afgeschermd, regisseurs } of gangen) {
    regisseurs.forEach(({ medewerker, van }, at) => {
      const team = teamVan(medewerker);
      const tijdvak = { geldig_van: van, geldig_tot: regisseurs[at + 1]?.van ?? tot };
      bouw.voegToe('regie', {
        klant_id: persoon.id,
        rol: 'REGISSEUR',
        medewerker,
        team,
        ...tijdvak,
        verantwoordelijke: gemeente,
      });
      bouw.voegToe('klantbereik', {
        klant_id: persoon.id,
        verantwoordelijke: gemeente,
        medewerker,
        team: encodeURIComponent(team),
        vervanger: null,
        ...tijdvak,
        bewaren_tot: null,
        partner_id: partner,
        afgeschermd,
      });
    });
  }
}
