import type { Bouw } from './bouw.ts';
import { type Dag, laatsteVan, plusDagen } from './dagen.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval } from './toeval.ts';
import { looptOp, type Zaak } from './zaak.ts';

/** Of a hundred hoofdontvangers so many have a vordering; ours. */
const PROCENT = 12;

/** The vorderingen of WP-001, in cents. */
const KLANTBEELD: readonly (readonly [Dag, number, number, Dag])[] = [
  ['2012-03-05', 184_350, 138_401, '2013-02-26'],
  ['2012-11-19', 62_400, 27_616, '2013-03-26'],
];

/** Writes the vorderingen of the klant of WP-001. */
export function schrijfDemovorderingen(bouw: Bouw, { hoofd, gemeente }: Zaak): void {
  for (const [besluit, oorspronkelijk, openstaand, betaling] of KLANTBEELD) {
    bouw.voegToe('vordering', {
      id: bouw.nieuweSleutel('vordering'),
      klant_id: hoofd.id,
      besluitdatum: besluit,
      oorspronkelijk_cent: oorspronkelijk,
      openstaand_cent: openstaand,
      laatste_betaling: betaling,
      verantwoordelijke: gemeente,
    });
  }
}

/** Writes vorderingen for a part of the hoofdontvangers whose uitkering runs, on average half paid. */
export function schrijfVorderingen(bouw: Bouw, zaad: number, streek: string, zaken: readonly Zaak[]): void {
  const toeval = maakToeval(zaad, streek, 'vorderingen');
  const lopend = zaken.filter((zaak) => looptOp(zaak, PEILDATUM) && zaak.begin.geldigOp < '2012-12-01');
  const aantal = Math.round((zaken.filter((zaak) => looptOp(zaak, PEILDATUM)).length * PROCENT) / 100);
  for (const { hoofd, gemeente, begin } of toeval.schud(lopend).slice(0, aantal)) {
    const besluitdatum = toeval.dag(laatsteVan(plusDagen(begin.geldigOp, 30), '2009-01-01'), '2013-01-31');
    const oorspronkelijk = 5_000 + toeval.geheel(895_000);
    const betaald = toeval.kans(70);
    bouw.voegToe('vordering', {
      id: bouw.nieuweSleutel('vordering'),
      klant_id: hoofd.id,
      besluitdatum,
      oorspronkelijk_cent: oorspronkelijk,
      openstaand_cent: betaald ? toeval.geheel(oorspronkelijk) : oorspronkelijk,
      laatste_betaling: betaald ? toeval.dag(plusDagen(besluitdatum, 30), '2013-03-28') : null,
      verantwoordelijke: gemeente,
    });
  }
}
