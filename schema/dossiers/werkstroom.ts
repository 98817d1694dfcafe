import type { Aanvrager } from './aanvragers.ts';
import type { Bouw, Persoon } from './bouw.ts';
import { type Dag, eersteVan, laatsteVan, plusDagen } from './dagen.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval, type Toeval } from './toeval.ts';
import { AANBIEDER_WERKSTROOM, schrijfTraject } from './trajecten.ts';
import { GEPLAATST, type Geplaatsten } from './wsp.ts';
import { looptOp, type Zaak } from './zaak.ts';

/**
 * Document 000 (114–118): of the deelnemers 42, 9, 32 and 17 percent; (292): 37,5 percent of who were aangemeld went to
 * work. With 100 deelnemers out of 112 aangemelden both are true; those two numbers are ours.
 */
const UITKOMSTEN = { WERK: 42, PASSEND_TRAJECT: 9, ANDER_ADVIES: 32, GEEN_RECHT_OF_AFGEZIEN: 17 } as const;

/** Who are aangemeld and have not begun. */
export const AANGEMELD = 12;
/** Of the aanvragers: placed without an uitkering, no right to one, or aangemeld only. */
export const AANVRAGERS_AFGEWEZEN = GEPLAATST.zonderUitkering + UITKOMSTEN.GEEN_RECHT_OF_AFGEZIEN;

/** Of the 32 so many are still in WerkStroom, without an uitkomst: document 000 counts them with the other advice. */
const NOG_BEZIG = 12;

/** Of the 42: how many were placed after leaving the uitkering, or without one; the others left for work by themselves. */
const WERK = { geplaatst: 20, zonderUitkering: 12 } as const;

const START = '2012-08-06';
/** A deelnemer stays 35 days on average (000:114); not generated for, but kept as the usual length. */
const DUUR_DAGEN = 35;

/** Writes the trajecten of WerkStroom: who took part and what came of it, and who has not begun. */
export function schrijfWerkstroom(
  bouw: Bouw,
  zaad: number,
  zaken: readonly Zaak[],
  { uitstroom, zonderUitkering }: Geplaatsten,
  aanvragers: readonly Aanvrager[],
  wachtenden: readonly Aanvrager[],
): void {
  const toeval = maakToeval(zaad, 'GM0394', 'werkstroom');
  const geplaatst = new Set(uitstroom);
  const zelf = zaken.filter(
    (zaak) => zaak.einde?.reden === 'WERK' && zaak.einde.geldigOp >= '2013-01-01' && !geplaatst.has(zaak),
  );
  const naarWerk = [...toeval.schud(uitstroom).slice(0, WERK.geplaatst), ...zelf].slice(
    0,
    UITKOMSTEN.WERK - WERK.zonderUitkering,
  );
  for (const { hoofd, begin, einde } of naarWerk)
    deelnemer(bouw, toeval, hoofd, 'WERK', begin.geldigOp, einde?.geldigOp ?? PEILDATUM);
  for (const persoon of zonderUitkering.slice(0, WERK.zonderUitkering))
    deelnemer(bouw, toeval, persoon, 'WERK', '2012-11-01', '2013-02-15');
  const nieuw = toeval.schud(
    zaken.filter(
      (zaak) =>
        zaak.begin.geldigOp >= '2012-11-01' && zaak.begin.geldigOp < '2013-02-15' && looptOp(zaak, PEILDATUM),
    ),
  );
  nieuw.slice(0, UITKOMSTEN.PASSEND_TRAJECT + UITKOMSTEN.ANDER_ADVIES).forEach(({ hoofd, begin }, at) => {
    if (at < NOG_BEZIG) return bezig(bouw, toeval, hoofd);
    const uitkomst = at < UITKOMSTEN.ANDER_ADVIES ? 'ANDER_ADVIES' : 'PASSEND_TRAJECT';
    deelnemer(bouw, toeval, hoofd, uitkomst, begin.geldigOp, PEILDATUM);
  });
  for (const { persoon, gang } of aanvragers.slice(GEPLAATST.zonderUitkering, AANVRAGERS_AFGEWEZEN))
    deelnemer(bouw, toeval, persoon, 'GEEN_RECHT_OF_AFGEZIEN', gang.van, PEILDATUM);
  for (const { persoon, gang } of wachtenden) {
    schrijfTraject(bouw, persoon, {
      ...WERKSTROOM,
      aangemeld_op: gang.van,
      verwacht_einde: plusDagen(PEILDATUM, DUUR_DAGEN),
      status: 'GEPLAND',
    });
  }
}

const WERKSTROOM = {
  programma: 'WERKSTROOM',
  aanbieder_id: AANBIEDER_WERKSTROOM,
  doel: 'Uitstroom naar werk',
} as const;

/** Somebody who took part: begun after the programme and the klant began, ended by the day that is given. */
function deelnemer(
  bouw: Bouw,
  toeval: Toeval,
  persoon: Persoon,
  uitkomst: keyof typeof UITKOMSTEN,
  klantVan: Dag,
  totEnMet: Dag,
): void {
  const begin = laatsteVan(START, plusDagen(klantVan, 3), plusDagen(totEnMet, -90 + toeval.geheel(40)));
  const gepland = plusDagen(begin, DUUR_DAGEN - 10 + toeval.geheel(20));
  schrijfTraject(bouw, persoon, {
    ...WERKSTROOM,
    aangemeld_op: laatsteVan(START, plusDagen(begin, -5)),
    begin,
    verwacht_einde: plusDagen(begin, DUUR_DAGEN),
    einde: eersteVan(gepland, totEnMet),
    status: 'AFGEROND',
    uitkomst,
  });
}

/** Somebody who takes part now. */
function bezig(bouw: Bouw, toeval: Toeval, persoon: Persoon): void {
  const begin = toeval.dag('2013-03-04', '2013-03-28');
  schrijfTraject(bouw, persoon, {
    ...WERKSTROOM,
    aangemeld_op: plusDagen(begin, -5),
    begin,
    verwacht_einde: plusDagen(begin, DUUR_DAGEN),
    status: 'LOPEND',
  });
}
