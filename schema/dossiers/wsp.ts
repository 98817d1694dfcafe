import type { Aanvrager } from './aanvragers.ts';
import type { Bouw, Persoon } from './bouw.ts';
import { type Dag, eersteVan, laatsteVan, plusDagen } from './dagen.ts';
import { PEILDATUM } from './peildatum.ts';
import { schrijfVoorziening } from './trajecten.ts';
import { maakToeval, type Toeval } from './toeval.ts';
import { lot, neem } from './verdeel.ts';
import {
  AANTAL_VERZONNEN,
  type Plaatsingplan,
  schrijfPlaatsing,
  schrijfVacature,
  schrijfVoordracht,
  TESTWERKGEVERS,
  verzonnenKvk,
} from './werkgevers.ts';
import { looptOp, type Zaak } from './zaak.ts';

const GEMEENTE = 'GM0394';
const KWARTAAL = { naam: '2013-1', van: '2013-01-02', totEnMet: '2013-03-28' } as const;

/** Document 000 (129): 272 vacatures in the first quarter. How many of them were open before is ours. */
const VACATURES = { eerder: 180, nieuw: 92 } as const;

/** Document 000 (130): 120 placed and, apart, 47 proefplaatsingen. The kinds of the 120 are ours. */
const SOORTEN = ['REGULIER', 'DETACHERING', 'LEERWERKPLEK'] as const;
const PER_SOORT = [96, 14, 10];
const PROEF = 47;

/** Of the 120: who left the uitkering for work, who works in part time beside it, and who never had one. Ours. */
export const GEPLAATST = { uitstroom: 70, deeltijd: 20, zonderUitkering: 30 } as const;

/** Who were placed: persons whose uitstroom was to work, and others. */
export interface Geplaatsten {
  readonly uitstroom: readonly Zaak[];
  readonly zonderUitkering: readonly Persoon[];
}

/** Writes what the werkgeversservicepunt of Haarlemmermeer did in the first quarter of 2013. */
export function schrijfWsp(
  bouw: Bouw,
  zaad: number,
  zaken: readonly Zaak[],
  aanvragers: readonly Aanvrager[],
): Geplaatsten {
  const toeval = maakToeval(zaad, GEMEENTE, 'wsp');
  schrijfBenaderingen(bouw, toeval);
  const naarWerk = zaken.filter(({ einde }) => einde?.reden === 'WERK' && einde.geldigOp >= '2013-01-01');
  const lopend = toeval.schud(
    zaken.filter((zaak) => looptOp(zaak, PEILDATUM) && zaak.begin.geldigOp < '2012-12-01'),
  );
  const uitstroom = toeval.schud(naarWerk).slice(0, GEPLAATST.uitstroom);
  const deeltijd = lopend.slice(0, GEPLAATST.deeltijd).map(({ hoofd }) => hoofd);
  const proef = lopend.slice(GEPLAATST.deeltijd, GEPLAATST.deeltijd + PROEF).map(({ hoofd }) => hoofd);
  const zonderUitkering = aanvragers.slice(0, GEPLAATST.zonderUitkering).map(({ persoon }) => persoon);

  const plaatsingen: {
    readonly persoon: Persoon;
    readonly plan: Omit<Plaatsingplan, 'kvk' | 'voordracht'>;
  }[] = [];
  const soorten = lot(toeval, SOORTEN, PER_SOORT);
  const plaats = (persoon: Persoon, begin: Dag, uren: number): void => {
    plaatsingen.push({ persoon, plan: { soort: neem(soorten), begin, einde: null, uren } });
  };
  for (const { hoofd, einde } of uitstroom)
    plaats(hoofd, laatsteVan(KWARTAAL.van, eersteVan(plusDagen(einde?.geldigOp ?? '', 1), '2013-03-31')), 36);
  for (const persoon of deeltijd) {
    const begin = toeval.dag(KWARTAAL.van, KWARTAAL.totEnMet);
    plaats(persoon, begin, 16);
    schrijfVoorziening(bouw, persoon, 'DEELTIJDWERK', begin);
  }
  for (const persoon of zonderUitkering) plaats(persoon, toeval.dag('2013-02-15', KWARTAAL.totEnMet), 32);
  for (const persoon of proef) {
    const begin = toeval.dag(KWARTAAL.van, KWARTAAL.totEnMet);
    const einde = plusDagen(begin, 59);
    plaatsingen.push({ persoon, plan: { soort: 'PROEFPLAATSING', begin, einde, uren: 32 } });
  }
  schrijfVacatures(bouw, toeval, plaatsingen);
  return { uitstroom, zonderUitkering };
}

/** Document 000 (129): 114 werkgevers, each once in the quarter. */
function schrijfBenaderingen(bouw: Bouw, toeval: Toeval): void {
  const werkgevers = [
    ...Object.values(TESTWERKGEVERS),
    ...Array.from({ length: AANTAL_VERZONNEN }, (_, at) => verzonnenKvk(at + 1)),
  ];
  for (const kvk of werkgevers) {
    const datum = toeval.dag(KWARTAAL.van, KWARTAAL.totEnMet);
    bouw.voegToe('benadering', { kvk, gemeente: GEMEENTE, kwartaal: KWARTAAL.naam, datum });
  }
}

/** The vacatures; the first have a plaatsing each, by a voordracht, and some of those are full with it. */
function schrijfVacatures(
  bouw: Bouw,
  toeval: Toeval,
  plaatsingen: readonly {
    readonly persoon: Persoon;
    readonly plan: Omit<Plaatsingplan, 'kvk' | 'voordracht'>;
  }[],
): void {
  const nieuw = lot(toeval, [true, false], [VACATURES.nieuw, VACATURES.eerder]);
  nieuw.forEach((isNieuw, at) => {
    const kvk = verzonnenKvk(1 + (at % AANTAL_VERZONNEN));
    const plaatsing = plaatsingen[at];
    const geplaatstOp = plaatsing?.plan.begin ?? null;
    const geopend_op = isNieuw
      ? toeval.dag('2013-01-01', geplaatstOp ?? KWARTAAL.totEnMet)
      : toeval.dag('2012-07-01', '2012-12-31');
    const aantal_plaatsen = 1 + toeval.geheel(3);
    const isVol = geplaatstOp !== null && aantal_plaatsen === 1;
    const vacature = schrijfVacature(bouw, {
      kvk,
      beroep: toeval.geheel(14),
      aantal_plaatsen,
      status: isVol ? 'VERVULD' : 'OPEN',
      geopend_op,
      gesloten_op: isVol ? geplaatstOp : null,
      sluitingsdatum: isVol ? geplaatstOp : toeval.dag('2013-04-15', '2013-07-31'),
      gemeente: GEMEENTE,
    });
    if (plaatsing === undefined || geplaatstOp === null) return;
    const voordracht = bouw.nieuweSleutel('voordracht');
    schrijfVoordracht(bouw, plaatsing.persoon, {
      id: voordracht,
      kvk,
      vacature,
      fase: 'GEPLAATST',
      datum: laatsteVan(geopend_op, plusDagen(geplaatstOp, -21)),
      volgendeStap: null,
      faseSinds: geplaatstOp,
    });
    schrijfPlaatsing(bouw, plaatsing.persoon, { ...plaatsing.plan, kvk, voordracht });
  });
}
