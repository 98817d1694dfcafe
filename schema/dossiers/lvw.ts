import { AANDEEL_LEEFVORM, openZaken, rest, type Zaakschets } from './bevolking.ts';
import type { Bouw } from './bouw.ts';
import { type Dag, laatsteDag, maanden, maandVan } from './dagen.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval, type Toeval } from './toeval.ts';
import { lot, neem, verdeel } from './verdeel.ts';
import { looptOp, opDag, type RedenEinde, type Zaak } from './zaak.ts';

/** Leidschendam-Voorburg, Voorschoten and Wassenaar with their part of the uitstroom of a month; the split is ours. */
export const GEMEENTEN_LVW = [
  { gemeente: 'GM1916', uitstroom: 18 },
  { gemeente: 'GM0626', uitstroom: 6 },
  { gemeente: 'GM0629', uitstroom: 6 },
] as const;

/** 1.961 on 1 January 2012 grow in a line to 2.500 on 1 January 2015, of which the dossiers have fifteen months. */
const STAND_2012 = 1961;
const STAND_2015 = 2500;
const MAANDEN_TOT_2015 = 36;
const MAANDEN_LVW = maanden('2012-01', maandVan('2013-03-31'));

/** Document 001, tabel 4: the classes of duration at PEILDATUM. The first is filled by who came in the last year. */
const DUUR: readonly (readonly [Dag, Dag])[] = [
  ['2012-04-03', '2013-03-31'],
  ['2010-04-03', '2011-12-31'],
  ['2008-04-03', '2010-04-02'],
  ['1999-06-01', '2008-04-02'],
];
const AANDEEL_DUUR = [18, 25, 17, 40];

/** Document 001: 200 jongeren, a hard number that wins over the 6 percent of tabel 6; the others by that table. */
const JONGEREN = 200;
const AANDEEL_OUDER = [18, 24, 37, 15, 1];

/** Who came in the last year and left again, left in one of these months. */
const KORT_TOT = maanden('2012-07', '2013-03');

/** Reasons of the uitstroom, in percent; ours. */
const REDENEN: readonly RedenEinde[] = ['WERK', 'OPLEIDING', 'OVERIG'];
const AANDEEL_REDEN = [55, 5, 40];

/** The stand of each gemeente after so many months of 2012 and later, by the line and the split. */
export function standLvw(naMaanden: number): readonly number[] {
  const samen = Math.round(STAND_2012 + (naMaanden * (STAND_2015 - STAND_2012)) / MAANDEN_TOT_2015);
  const klein = Math.round(samen / 5);
  return [samen - 2 * klein, klein, klein];
}

/** Opens the uitkeringen WWB of the three gemeenten, beside those of `vast`, so that the stands are as they must be. */
export function openLvw(bouw: Bouw, zaad: number, vast: readonly Zaak[]): readonly Zaak[] {
  const toeval = maakToeval(zaad, 'LVW', 'uitkeringen');
  const schetsen = plan(toeval, vast);
  const lopend = schetsen.filter(({ einde }) => einde === null);
  const beëindigd = schetsen.filter(({ einde }) => einde !== null);
  const vasteLopend = vast.filter((zaak) => looptOp(zaak, PEILDATUM));
  const allen = lopend.length + vasteLopend.length;
  let nummer = 0x1000;
  const nieuwNummer = (): number => nummer++;
  const quota = {
    leefvormen: verdeel(allen, AANDEEL_LEEFVORM),
    leeftijden: [JONGEREN, ...verdeel(allen - JONGEREN, AANDEEL_OUDER)],
  };
  const quotaBeëindigd = {
    leefvormen: verdeel(beëindigd.length, AANDEEL_LEEFVORM),
    leeftijden: [0, ...verdeel(beëindigd.length, AANDEEL_OUDER)],
  };
  return [
    ...openZaken(bouw, toeval, lopend, rest(quota, vasteLopend), nieuwNummer),
    ...openZaken(bouw, toeval, beëindigd, quotaBeëindigd, nieuwNummer),
  ];
}

/** When each uitkering that is still to be made begins and ends. */
function plan(toeval: Toeval, vast: readonly Zaak[]): readonly Zaakschets[] {
  const nieuw = nieuwkomers(toeval, vast);
  const vertrek = new Map<Zaakschets, string>();
  const vroegVertrek = GEMEENTEN_LVW.map(({ uitstroom }, at) => {
    const van = vast.filter(({ gemeente }) => gemeente === GEMEENTEN_LVW[at]?.gemeente);
    return MAANDEN_LVW.map((maand) => uitstroom - van.filter(eindigtIn(maand)).length);
  });
  kortVertrek(toeval, nieuw, vast).forEach(({ schets, maand }) => {
    vertrek.set(schets, maand);
    const rij = vroegVertrek[GEMEENTEN_LVW.findIndex(({ gemeente }) => gemeente === schets.gemeente)] ?? [];
    const at = MAANDEN_LVW.indexOf(maand);
    rij[at] = (rij[at] ?? 0) - 1;
  });
  const oud = zittenden(toeval, vast, vroegVertrek, nieuw.length - vertrek.size);
  const redenen = lot(
    toeval,
    REDENEN,
    verdeel(vertrek.size + oud.filter(({ maand }) => maand !== null).length, AANDEEL_REDEN),
  );
  const metEinde = (schets: Zaakschets, maand: string | null | undefined): Zaakschets =>
    maand === null || maand === undefined
      ? schets
      : {
          ...schets,
          einde: { ...opDag(toeval.dag(`${maand}-02`, laatsteDag(maand))), reden: neem(redenen) },
        };
  return [
    ...oud.map(({ schets, maand }) => metEinde(schets, maand)),
    ...nieuw.map((schets) => metEinde(schets, vertrek.get(schets))),
  ];
}

/** Who came since 1 January 2012: so many as left, and the growth. */
function nieuwkomers(toeval: Toeval, vast: readonly Zaak[]): readonly Zaakschets[] {
  return MAANDEN_LVW.flatMap((maand, k) =>
    GEMEENTEN_LVW.flatMap(({ gemeente, uitstroom }, at) => {
      const groei = (standLvw(k + 1)[at] ?? 0) - (standLvw(k)[at] ?? 0);
      const aanwezig = vast.filter((zaak) => zaak.gemeente === gemeente).filter(begintIn(maand)).length;
      return Array.from({ length: uitstroom + groei - aanwezig }, () =>
        schetsVan(gemeente, toeval.dag(`${maand}-03`, laatsteDag(maand))),
      );
    }),
  );
}

/** Who of those of the last year left again, so that 18 percent of the stand is of the last year. */
function kortVertrek(
  toeval: Toeval,
  nieuw: readonly Zaakschets[],
  vast: readonly Zaak[],
): readonly { readonly schets: Zaakschets; readonly maand: string }[] {
  const [[vanaf] = ['']] = DUUR;
  const [blijft = 0] = quotaDuur();
  const vasteBlijvers = vast.filter((z) => z.begin.geldigOp >= vanaf && looptOp(z, PEILDATUM)).length;
  const laatsteJaar = nieuw.filter(({ begin }) => begin.geldigOp >= vanaf);
  const weg = laatsteJaar.length - (blijft - vasteBlijvers);
  const delen = verdeel(
    weg,
    GEMEENTEN_LVW.map(({ uitstroom }) => uitstroom),
  );
  return GEMEENTEN_LVW.flatMap(({ gemeente }, at) => {
    const vrij = toeval.schud(laatsteJaar.filter((schets) => schets.gemeente === gemeente));
    return KORT_TOT.flatMap((maand, i) => {
      const deel = delen[at] ?? 0;
      const aantal =
        Math.floor(((i + 1) * deel) / KORT_TOT.length) - Math.floor((i * deel) / KORT_TOT.length);
      return Array.from({ length: aantal }, () => {
        const gekozen = vrij.findIndex(({ begin }) => maandVan(begin.geldigOp) < vorige(maand));
        const [schets] = vrij.splice(gekozen, 1);
        if (gekozen < 0 || schets === undefined) throw new RangeError('nobody is left who can leave');
        return { schets, maand };
      });
    });
  });
}

/** Who was there on 1 January 2012, with the month in which he left. */
function zittenden(
  toeval: Toeval,
  vast: readonly Zaak[],
  vertrek: readonly (readonly number[])[],
  nieuweBlijvers: number,
): readonly { readonly schets: Zaakschets; readonly maand: string | null }[] {
  const vakken = GEMEENTEN_LVW.flatMap(({ gemeente }, at) => {
    const aanwezig = vast.filter((z) => z.gemeente === gemeente && looptOp(z, '2011-12-31')).length;
    const weg = MAANDEN_LVW.flatMap((maand, m) => Array<string>(vertrek[at]?.[m] ?? 0).fill(maand));
    const blijft = (standLvw(0)[at] ?? 0) - aanwezig - weg.length;
    return [...weg, ...Array<null>(blijft).fill(null)].map((maand) => ({ gemeente, maand }));
  });
  const duren = lot(toeval, DUUR.slice(1), duurVanBlijvers(vast, vakken, nieuweBlijvers));
  const [, kort, ...lang] = DUUR;
  const oudeDuren = kort === undefined ? lang : [kort, ...lang];
  return vakken.map(({ gemeente, maand }) => {
    const [van, tot] = maand === null ? neem(duren) : toeval.kies(oudeDuren);
    return { schets: schetsVan(gemeente, toeval.dag(van, tot)), maand };
  });
}

/** How many of those who stay must be of each class of duration but the first. */
function duurVanBlijvers(
  vast: readonly Zaak[],
  vakken: readonly { readonly maand: string | null }[],
  nieuweBlijvers: number,
): readonly number[] {
  const [vers = 0, ...quota] = quotaDuur();
  const lopend = vast.filter((zaak) => looptOp(zaak, PEILDATUM));
  const [begin] = DUUR[0] ?? [''];
  const vasteVers = lopend.filter((zaak) => zaak.begin.geldigOp >= begin).length;
  const eersteMaanden = nieuweBlijvers - (vers - vasteVers);
  const aantallen = quota.map((aantal, at) => {
    const [van] = DUUR[at + 1] ?? [''];
    const [tot] = DUUR[at] ?? [''];
    const aanwezig = lopend.filter(({ begin: { geldigOp } }) => geldigOp >= van && geldigOp < tot).length;
    return aantal - aanwezig - (at === 0 ? eersteMaanden : 0);
  });
  const blijvers = vakken.filter(({ maand }) => maand === null).length;
  if (aantallen.reduce((een, ander) => een + ander, 0) !== blijvers)
    throw new RangeError('the classes of duration do not add up to the stand');
  return aantallen;
}

function quotaDuur(): readonly number[] {
  const stand = standLvw(MAANDEN_LVW.length).reduce((een, ander) => een + ander, 0);
  return verdeel(stand, AANDEEL_DUUR);
}

function schetsVan(gemeente: string, begin: Dag): Zaakschets {
  return { gemeente, regeling: 'WWB', begin: opDag(begin), opening: 'INSTROOM', einde: null };
}

function begintIn(maand: string): (zaak: Zaak) => boolean {
  return ({ begin }) => maandVan(begin.geldigOp) === maand;
}

function eindigtIn(maand: string): (zaak: Zaak) => boolean {
  return ({ einde }) => einde !== null && maandVan(einde.geldigOp) === maand;
}

function vorige(maand: string): string {
  return maandVan(new Date(Date.parse(`${maand}-01`) - 86_400_000).toISOString());
}
