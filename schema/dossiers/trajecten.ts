import type { Bouw, Persoon } from './bouw.ts';
import { CONSULENT, isVan } from './caseload.ts';
import { type Dag, laatsteVan, plusDagen, plusMaanden } from './dagen.ts';
import type { Gang } from './gang.ts';
import { sleutel } from './ids.ts';
import { PEILDATUM } from './peildatum.ts';
import type { Rij } from './tabellen.ts';
import { maakToeval, type Toeval } from './toeval.ts';
import { verdeel } from './verdeel.ts';
import { looptOp, type Zaak } from './zaak.ts';

/** Document 001, tabel 7: no traject, one that runs, one that ended in the last twelve months. */
const AANDEEL_TRAJECT = [79, 11, 10];

/** How many klanten of consulent-lv nobody sees: neither they nor their partner have work or a traject (WP-006). */
export const ONGEZIEN = 24;

/** In so many of a hundred of the others in the caseload it is a traject that runs; else work in part time. */
const TRAJECT_PROCENT = 60;

/** Whose traject ended in the last twelve months had an uitkering before this day. */
const LANG_VOOR = '2012-03-01';

/** Made-up programmes and aanbieders: the sources name none for these gemeenten. */
export const PROGRAMMAS = [
  { code: 'LEERWERK', naam: 'Leren en werken', doel: 'Betaald werk via een leerwerkplek' },
  { code: 'SOLLICITATIE', naam: 'Zoeken naar werk', doel: 'Zelf werk vinden' },
  { code: 'PARTICIPATIE', naam: 'Meedoen', doel: 'Ritme en ervaring opdoen' },
] as const;

/** WerkStroom is of the gemeente itself; the others are organisations of the keten. */
const AANBIEDERS = [
  { naam: 'WerkStroom Haarlemmermeer', organisatie: null },
  { naam: 'Baanbrug', organisatie: 'BAANBRUG' },
  { naam: 'De Leerwinkel', organisatie: 'DE_LEERWINKEL' },
  { naam: 'Stap Vooruit', organisatie: 'STAP_VOORUIT' },
  { naam: 'Werkbaar', organisatie: 'WERKBAAR' },
] as const;

export const AANBIEDER_WERKSTROOM = sleutel('aanbieder', 1);

/** A traject of somebody; what is left out is empty. */
export type Trajectplan = Pick<
  Rij<'traject'>,
  'programma' | 'aanbieder_id' | 'doel' | 'aangemeld_op' | 'status'
> &
  Partial<Rij<'traject'>>;

export function schrijfProgrammas(bouw: Bouw): void {
  bouw.voegToe('programma', {
    code: 'WERKSTROOM',
    gemeente: 'GM0394',
    naam: 'WerkStroom',
    geldig_van: '2012-08-01',
  });
  for (const gemeente of ['GM0626', 'GM0629', 'GM1916'])
    for (const { code, naam } of PROGRAMMAS)
      bouw.voegToe('programma', { code, gemeente, naam, geldig_van: '2010-01-01' });
  AANBIEDERS.forEach((aanbieder, at) =>
    bouw.voegToe('aanbieder', { id: sleutel('aanbieder', at + 1), ...aanbieder }),
  );
}

export function schrijfTraject(bouw: Bouw, { id, gemeente }: Persoon, plan: Trajectplan): void {
  bouw.voegToe('traject', {
    id: bouw.nieuweSleutel('traject'),
    klant_id: id,
    begin: null,
    verwacht_einde: null,
    einde: null,
    uitkomst: null,
    verantwoordelijke: gemeente,
    ...plan,
  });
}

export function schrijfVoorziening(
  bouw: Bouw,
  { id, gemeente }: Persoon,
  soort: 'LOONKOSTENSUBSIDIE' | 'JOBCOACH' | 'NO_RISK' | 'DEELTIJDWERK',
  datumStart: Dag,
  datumEinde: Dag | null = null,
): void {
  bouw.voegToe('voorziening', {
    id: bouw.nieuweSleutel('voorziening'),
    klant_id: id,
    soort,
    datum_start: datumStart,
    datum_einde: datumEinde,
    verantwoordelijke: gemeente,
  });
}

/**
 * The trajecten of the three gemeenten: so many run and so many ended in the last twelve months as tabel 7 says, those
 * made by hand included; and in the caseload of consulent-lv exactly so many klanten are unseen as ONGEZIEN says.
 */
export function schrijfTrajectenLvw(
  bouw: Bouw,
  zaad: number,
  zaken: readonly Zaak[],
  gangen: readonly Gang[],
): void {
  const toeval = maakToeval(zaad, 'LVW', 'trajecten');
  const lopend = zaken.filter((zaak) => looptOp(zaak, PEILDATUM));
  const [, nu = 0, geweest = 0] = verdeel(lopend.length, AANDEEL_TRAJECT);
  const hoofden = new Set(lopend.map(({ hoofd }) => hoofd.id));
  const metHand = (test: (rij: Rij<'traject'>) => boolean): number =>
    new Set(
      bouw.rijen.traject
        .filter((rij) => hoofden.has(String(rij.klant_id)) && test(rij))
        .map((rij) => rij.klant_id),
    ).size;
  let nogLopend = nu - metHand(({ status }) => status === 'LOPEND');
  const nogGeweest =
    geweest - metHand(({ einde }) => einde !== null && String(einde) > plusMaanden(PEILDATUM, -12));

  const bekend = new Set(
    [...bouw.rijen.traject, ...bouw.rijen.voorziening].map(({ klant_id }) => String(klant_id)),
  );
  const caseload = new Set(gangen.filter((gang) => isVan(gang, CONSULENT)).map(({ persoon }) => persoon.id));
  const vrij = toeval.schud(
    lopend.filter(({ hoofd, partner }) => !bekend.has(hoofd.id) && !bekend.has(partner?.id ?? '')),
  );
  const haar = vrij.filter(({ hoofd }) => caseload.has(hoofd.id) && !isGemaakt(hoofd));
  let nogOngezien = ONGEZIEN - ongezien(bouw, gangen).filter((id) => isVast(haar, id)).length;
  for (const { hoofd, partner, begin } of haar) {
    if (nogOngezien > 0 && partner === null) {
      nogOngezien--;
    } else if (toeval.kans(TRAJECT_PROCENT)) {
      nogLopend--;
      schrijfTraject(bouw, hoofd, lopendTraject(toeval, begin.geldigOp));
    } else {
      schrijfVoorziening(bouw, hoofd, 'DEELTIJDWERK', dagSinds(toeval, '2012-06-01', begin.geldigOp));
    }
  }
  const anderen = vrij.filter(({ hoofd }) => !caseload.has(hoofd.id));
  for (const { hoofd, begin } of anderen.splice(0, nogLopend))
    schrijfTraject(bouw, hoofd, lopendTraject(toeval, begin.geldigOp));
  for (const { hoofd, begin } of anderen
    .filter((zaak) => zaak.begin.geldigOp < LANG_VOOR)
    .slice(0, nogGeweest))
    schrijfTraject(bouw, hoofd, beëindigdTraject(toeval, begin.geldigOp));
}

/** The klanten in the caseload of consulent-lv for whom nothing runs, nor for their partner. */
function ongezien(bouw: Bouw, gangen: readonly Gang[]): readonly string[] {
  const loopt = new Set<string>([
    ...bouw.rijen.traject.filter(({ status }) => status === 'LOPEND').map(({ klant_id }) => String(klant_id)),
    ...bouw.rijen.voorziening
      .filter(({ soort }) => soort === 'DEELTIJDWERK' || soort === 'LOONKOSTENSUBSIDIE')
      .map(({ klant_id }) => String(klant_id)),
  ]);
  return gangen
    .filter((gang) => isVan(gang, CONSULENT) && !loopt.has(gang.persoon.id) && !loopt.has(gang.partner ?? ''))
    .map(({ persoon }) => persoon.id);
}

/** Whether somebody is not one of those who still get a plan. */
function isVast(plannen: readonly Zaak[], id: string): boolean {
  return !plannen.some(({ hoofd, partner }) => hoofd.id === id || partner?.id === id);
}

/** Whether a person is one of the cases made by hand: they have what they have. */
function isGemaakt({ id }: Persoon): boolean {
  return id < sleutel('klant', 0x200);
}

function lopendTraject(toeval: Toeval, uitkeringVan: Dag): Trajectplan {
  const begin = dagSinds(toeval, '2012-07-01', uitkeringVan);
  return {
    ...soort(toeval),
    aangemeld_op: laatsteVan(uitkeringVan, plusDagen(begin, -14)),
    begin,
    verwacht_einde: laatsteVan(plusMaanden(begin, 9), plusMaanden(PEILDATUM, 1)),
    status: 'LOPEND',
  };
}

function beëindigdTraject(toeval: Toeval, uitkeringVan: Dag): Trajectplan {
  const einde = toeval.dag('2012-04-10', '2013-03-28');
  const begin = laatsteVan(uitkeringVan, plusDagen(einde, -180));
  const isUitval = toeval.kans(25);
  return {
    ...soort(toeval),
    aangemeld_op: begin,
    begin,
    verwacht_einde: plusMaanden(begin, 6),
    einde,
    status: isUitval ? 'UITGEVALLEN' : 'AFGEROND',
    uitkomst: isUitval ? 'ANDER_ADVIES' : toeval.kies(['PASSEND_TRAJECT', 'ANDER_ADVIES', 'ANDER_ADVIES']),
  };
}

/** A day of the last year, not before the uitkering began. */
function dagSinds(toeval: Toeval, vanaf: Dag, uitkeringVan: Dag): Dag {
  return toeval.dag(laatsteVan(vanaf, uitkeringVan), '2013-03-25');
}

function soort(toeval: Toeval): Pick<Trajectplan, 'programma' | 'doel' | 'aanbieder_id'> {
  const { code, doel } = toeval.kies(PROGRAMMAS);
  return {
    programma: code,
    doel,
    aanbieder_id: sleutel('aanbieder', 2 + toeval.geheel(AANBIEDERS.length - 1)),
  };
}
