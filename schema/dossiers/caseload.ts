import { dagenTussen, plusDagen } from './dagen.ts';
import { type Gang, type Gangschets, geldtOp, type Regisseur } from './gang.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval, type Toeval } from './toeval.ts';

/** The demo user whose caseload the questions WP-001 to WP-006 are about. */
export const CONSULENT = 'consulent-lv';

/** How many klanten of each gemeente consulent-lv has at PEILDATUM, those made by hand included. */
export const CASELOAD: Readonly<Record<string, number>> = { GM1916: 100, GM0626: 30, GM0629: 30 };

const MEDEWERKERS = { haarlemmermeer: namen('mw-h', 9), lvw: namen('mw-l', 14) } as const;

/** In so many of a hundred gangen the regie changed once. */
const WISSELT_PROCENT = 25;
const MINSTE_DAGEN = 120;

/** The gangen of Haarlemmermeer with their regisseurs: those of one household have the same. */
export function verdeelHaarlemmermeer(
  zaad: number,
  groepen: readonly (readonly Gangschets[])[],
): readonly Gang[] {
  return verdeelOver(maakToeval(zaad, 'GM0394', 'regie'), groepen, MEDEWERKERS.haarlemmermeer);
}

/**
 * The gangen of the three gemeenten with their regisseurs. First consulent-lv gets what her caseload still lacks beside
 * `eigen`, the gangen made by hand; the others share the rest and those of `vast`.
 */
export function verdeelLvw(
  zaad: number,
  groepen: readonly (readonly Gangschets[])[],
  vast: readonly (readonly Gangschets[])[],
  eigen: readonly Gang[],
): readonly Gang[] {
  const toeval = maakToeval(zaad, 'LVW', 'regie');
  const tekort = new Map(
    Object.entries(CASELOAD).map(([gemeente, aantal]) => [
      gemeente,
      aantal - eigen.filter((gang) => gang.gemeente === gemeente && isVan(gang, CONSULENT)).length,
    ]),
  );
  const voorConsulent = new Set<readonly Gangschets[]>();
  for (const groep of toeval.schud(groepen)) {
    const [eerste] = groep;
    if (eerste === undefined || !groep.every((gang) => geldtOp(gang, PEILDATUM) && gang.tot === null))
      continue;
    const nodig = tekort.get(eerste.gemeente) ?? 0;
    if (nodig < groep.length) continue;
    tekort.set(eerste.gemeente, nodig - groep.length);
    voorConsulent.add(groep);
  }
  const haar = groepen.filter((groep) => voorConsulent.has(groep));
  const anderen = [...vast, ...groepen.filter((groep) => !voorConsulent.has(groep))];
  return [
    ...haar.flatMap((groep) =>
      groep.map((gang) => ({ ...gang, regisseurs: [{ medewerker: CONSULENT, van: gang.van }] })),
    ),
    ...verdeelOver(toeval, anderen, MEDEWERKERS.lvw),
  ];
}

/** Whether a gang is at PEILDATUM one of this medewerker, and not hidden. */
export function isVan(gang: Gang, medewerker: string): boolean {
  const huidig = gang.regisseurs.findLast(({ van }) => van <= PEILDATUM);
  return !gang.afgeschermd && geldtOp(gang, PEILDATUM) && huidig?.medewerker === medewerker;
}

/** Deals groups out over medewerkers in turn, so that nobody has many more than another. */
function verdeelOver(
  toeval: Toeval,
  groepen: readonly (readonly Gangschets[])[],
  medewerkers: readonly string[],
): readonly Gang[] {
  const beurt = new Map(toeval.schud(groepen).map((groep, at) => [groep, at]));
  return groepen.flatMap((groep) => {
    const at = beurt.get(groep) ?? 0;
    const nu = medewerkers[at % medewerkers.length] ?? '';
    const eerder = toeval.kans(WISSELT_PROCENT) ? toeval.kies(medewerkers) : nu;
    const [eerste] = groep;
    if (eerste === undefined) return [];
    const samen = regisseurs(toeval, eerste, eerder, nu);
    return groep.map((gang) => ({ ...gang, regisseurs: samen }));
  });
}

function regisseurs(
  toeval: Toeval,
  { van, tot }: Gangschets,
  eerder: string,
  nu: string,
): readonly Regisseur[] {
  const laatste = plusDagen(tot === null || tot > PEILDATUM ? PEILDATUM : tot, -MINSTE_DAGEN);
  if (eerder === nu || dagenTussen(van, laatste) < MINSTE_DAGEN) return [{ medewerker: nu, van }];
  return [
    { medewerker: eerder, van },
    { medewerker: nu, van: toeval.dag(plusDagen(van, MINSTE_DAGEN), laatste) },
  ];
}

function namen(begin: string, aantal: number): readonly string[] {
  return Array.from({ length: aantal }, (_, at) => `${begin}${String(at + 1).padStart(2, '0')}`);
}
