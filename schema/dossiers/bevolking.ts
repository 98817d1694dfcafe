import type { Bouw, Persoon } from './bouw.ts';
import { type Dag, eersteVan, laatsteVan, plusDagen, plusMaanden } from './dagen.ts';
import { verzinNaam } from './namen.ts';
import { PEILDATUM } from './peildatum.ts';
import type { Toeval } from './toeval.ts';
import { lot, neem } from './verdeel.ts';
import { type Leefvorm, openZaak, type Zaak, type Zaakplan } from './zaak.ts';

/** Document 001, tabel 5 (5186–5204): alone 58, with children 25, two partners 4 and 13 percent. */
export const LEEFVORMEN = ['EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR'] as const;
export const AANDEEL_LEEFVORM = [58, 25, 17] as const;

/** Document 001, tabel 6: the classes of age in whole years. */
export const LEEFTIJDEN = [
  [18, 26],
  [27, 40],
  [41, 50],
  [51, 60],
  [61, 64],
  [65, 66],
] as const;

type Leeftijd = (typeof LEEFTIJDEN)[number];

/** The youngest class begins after this day: who was 18 by then is older now. */
const JONGEREN_VANAF = '2009-01-01';

/** A plan to which the form of the household is still to be given. */
export type Zaakschets = Omit<Zaakplan, 'leefvorm'>;

/** How many there must be of each form of household and of each class of age. */
export interface Quota {
  readonly leefvormen: readonly number[];
  readonly leeftijden: readonly number[];
}

/** Opens an uitkering for each plan, with people of the forms and ages that are asked. */
export function openZaken(
  bouw: Bouw,
  toeval: Toeval,
  schetsen: readonly Zaakschets[],
  { leefvormen, leeftijden }: Quota,
  nieuwNummer: () => number,
): readonly Zaak[] {
  const vormen = lot<Leefvorm>(toeval, LEEFVORMEN, leefvormen);
  const klassen = kiesLeeftijden(toeval, schetsen, leeftijden);
  return schetsen.map((schets, at) => {
    const plan = { ...schets, leefvorm: neem(vormen) };
    const begin = plan.begin.geldigOp;
    const hoofd = bouw.nieuwePersoon({
      nummer: nieuwNummer(),
      naam: verzinNaam(toeval),
      geboortedatum: geboren(toeval, klassen[at] ?? LEEFTIJDEN[1], begin),
      gemeente: plan.gemeente,
    });
    const partner =
      plan.leefvorm === 'PAAR' ? nieuwePartner(bouw, toeval, hoofd, begin, nieuwNummer()) : null;
    return openZaak(bouw, plan, hoofd, partner);
  });
}

/** A birthday that gives an age of the class at PEILDATUM, and at least 18 years on the day that is given. */
export function geboren(toeval: Toeval, [jongste, oudste]: Leeftijd, meerderjarigOp: Dag): Dag {
  return toeval.dag(
    plusDagen(plusMaanden(PEILDATUM, -12 * (oudste + 1)), 1),
    eersteVan(plusMaanden(PEILDATUM, -12 * jongste), plusMaanden(meerderjarigOp, -12 * 18)),
  );
}

/** The class of age of somebody at PEILDATUM, as its place in LEEFTIJDEN; -1 outside them. */
export function leeftijdsklasse(geboortedatum: Dag): number {
  return LEEFTIJDEN.findIndex(
    ([jongste, oudste]) =>
      geboortedatum <= plusMaanden(PEILDATUM, -12 * jongste) &&
      geboortedatum > plusMaanden(PEILDATUM, -12 * (oudste + 1)),
  );
}

/** The youngest are among those whose uitkering began not long ago; the other classes are given by lot. */
function kiesLeeftijden(
  toeval: Toeval,
  schetsen: readonly Zaakschets[],
  [jongeren = 0, ...ouderen]: readonly number[],
): readonly Leeftijd[] {
  const kort = schetsen.flatMap(({ begin }, at) => (begin.geldigOp >= JONGEREN_VANAF ? [at] : []));
  const jong = new Set(toeval.schud(kort).slice(0, jongeren));
  if (jong.size < jongeren) throw new RangeError('too few uitkeringen are short enough for the jongeren');
  const [jongsteKlasse, ...klassen] = LEEFTIJDEN;
  const anderen = lot<Leeftijd>(toeval, klassen, ouderen);
  return schetsen.map((_, at) => (jong.has(at) ? jongsteKlasse : neem(anderen)));
}

function nieuwePartner(bouw: Bouw, toeval: Toeval, hoofd: Persoon, begin: Dag, nummer: number): Persoon {
  const verschil = toeval.geheel(193) - 96;
  const geboortedatum = laatsteVan(
    eersteVan(plusMaanden(hoofd.geboortedatum, verschil), plusMaanden(begin, -12 * 18)),
    '1940-01-01',
  );
  return bouw.nieuwePersoon({
    nummer,
    naam: verzinNaam(toeval),
    geboortedatum,
    gemeente: hoofd.gemeente,
    huishouden: hoofd.huishouden,
  });
}

/** What is left of quota when those who are there already are taken off. Throws when there are too many of one. */
export function rest(quota: Quota, aanwezig: readonly Zaak[]): Quota {
  const trekAf = (aantallen: readonly number[], klasse: (zaak: Zaak) => number): readonly number[] =>
    aantallen.map((aantal, at) => {
      const over = aantal - aanwezig.filter((zaak) => klasse(zaak) === at).length;
      if (over < 0) throw new RangeError('more hand-made persons of a kind than the distribution allows');
      return over;
    });
  return {
    leefvormen: trekAf(quota.leefvormen, ({ leefvorm }) => LEEFVORMEN.indexOf(leefvorm)),
    leeftijden: trekAf(quota.leeftijden, ({ hoofd }) => leeftijdsklasse(hoofd.geboortedatum)),
  };
}
