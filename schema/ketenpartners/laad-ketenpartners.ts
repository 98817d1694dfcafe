import { z } from 'zod';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJsonMetRegels } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { type Geldigheid, overlapt } from './geldigheid.ts';
import { type Instelling, instelling } from './instelling.ts';
import type { Ketenpartners } from './ketenpartners.ts';
import type { Orgaan } from './orgaan.ts';
import { type Organisatie, organisatie } from './organisatie.ts';
import { type Samenwerking, samenwerking } from './samenwerking.ts';
import { type Verwerker, verwerker } from './verwerker.ts';

/** The kinds that have a task of their own by law, and so can give a mandate or an order for it. */
const OPDRACHTGEVERS: ReadonlySet<string | undefined> = new Set(['GEMEENTE', 'UWV', 'CWI']);

type Organisaties = ReadonlyMap<string, Organisatie>;

/**
 * The ketenpartners.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault: a code twice, the code of a gemeente for
 *   what is none, an end before the begin, an unknown organisation, a participant without a task of its own, an
 *   uitvoerder where there can be none or none where there must be one, a member of a body that takes no part, two values
 *   of a setting at one moment.
 */
export function laadKetenpartners(map: URL | string = SCHEMA_MAP): Ketenpartners {
  const lijst = lees(map, 'organisaties', organisatie, (each, eerdere, alle) => [
    ...codeTweemaal(each, eerdere),
    ...(each.opvolger === undefined || alle.some(({ code }) => code === each.opvolger)
      ? []
      : [`unknown opvolger ${each.opvolger}`]),
    ...codeVanGemeente(each),
  ]);
  const organisaties: Organisaties = new Map(lijst.map((each) => [each.code, each]));
  return Object.freeze({
    organisaties,
    samenwerkingen: lees(map, 'samenwerkingen', samenwerking, (each, eerdere) => [
      ...codeTweemaal(each, eerdere),
      ...gebrekenVanSamenwerking(each, organisaties),
    ]),
    instellingen: lees(map, 'instellingen', instelling, (each, eerdere) => [
      ...onbekend('organisatie', [each.organisatie], organisaties),
      ...tweeWaarden(each, eerdere),
    ]),
    verwerkers: lees(map, 'verwerkers', verwerker, (each) => gebrekenVanVerwerker(each, organisaties)),
  });
}

/** One of the files: every entry of its type, with an end after its begin, and without the faults that are looked for. */
function lees<T extends Geldigheid>(
  map: URL | string,
  naam: string,
  type: z.ZodType<T>,
  redenenBij: (entry: T, eerdere: readonly T[], alle: readonly T[]) => readonly string[],
): readonly T[] {
  const pad = `ketenpartners/${naam}.json`;
  const { data, regel } = leesJsonMetRegels(map, pad, z.array(type).readonly());
  const gebreken = data.flatMap((entry, at) =>
    [...redenenBij(entry, data.slice(0, at), data), ...omgekeerd(entry)].map((reden) => ({
      regel: regel(at),
      reden: `entry ${at + 1}: ${reden}`,
    })),
  );
  if (gebreken.length > 0) throw bestandFout(pad, gebreken);
  return data;
}

function omgekeerd({ geldigVan = '', geldigTot }: Geldigheid): readonly string[] {
  return geldigTot !== undefined && geldigTot <= geldigVan ? ['ends before it begins'] : [];
}

/** A scope is made of codes: one that begins as a gemeente would be read as that gemeente, or as a part of it. */
function codeVanGemeente({ code, soort }: Organisatie): readonly string[] {
  return soort !== 'GEMEENTE' && /^GM\d{4}/.test(code) ? [`code ${code} is that of a gemeente`] : [];
}

interface MetCode {
  readonly code: string;
}

function codeTweemaal({ code }: MetCode, eerdere: readonly MetCode[]): readonly string[] {
  return eerdere.some((each) => each.code === code) ? [`code ${code} occurs more than once`] : [];
}

function onbekend(wat: string, codes: readonly string[], organisaties: Organisaties): readonly string[] {
  return codes.filter((code) => !organisaties.has(code)).map((code) => `unknown ${wat} ${code}`);
}

function meermaals(wat: string, codes: readonly string[]): readonly string[] {
  return dubbele(codes).map((code) => `${wat} ${code} occurs more than once`);
}

function gebrekenVanSamenwerking(
  { vorm, uitvoerder, deelnemers, organen = [] }: Samenwerking,
  organisaties: Organisaties,
): readonly string[] {
  return [
    ...(vorm === 'GEZAMENLIJK' && uitvoerder !== undefined ? ['GEZAMENLIJK has no uitvoerder'] : []),
    ...(vorm !== 'GEZAMENLIJK' && uitvoerder === undefined ? [`${vorm} needs an uitvoerder`] : []),
    ...(vorm === 'GEZAMENLIJK' && deelnemers.length < 2 ? ['GEZAMENLIJK needs two deelnemers'] : []),
    ...onbekend('uitvoerder', uitvoerder === undefined ? [] : [uitvoerder], organisaties),
    ...onbekend('deelnemer', deelnemers, organisaties),
    ...meermaals('deelnemer', deelnemers),
    ...deelnemers
      .filter((code) => organisaties.has(code) && !OPDRACHTGEVERS.has(organisaties.get(code)?.soort))
      .map((code) => `deelnemer ${code} has no task of its own to give`),
    ...organen.flatMap((orgaan) => gebrekenVanOrgaan(orgaan, [...deelnemers, uitvoerder])),
  ];
}

function gebrekenVanOrgaan(orgaan: Orgaan, partijen: readonly (string | undefined)[]): readonly string[] {
  return [
    ...meermaals('lid', orgaan.leden),
    ...orgaan.leden.filter((lid) => !partijen.includes(lid)).map((lid) => `lid ${lid} takes no part`),
    ...omgekeerd(orgaan),
  ].map((reden) => `${orgaan.code}: ${reden}`);
}

function tweeWaarden(nieuw: Instelling, eerdere: readonly Instelling[]): readonly string[] {
  return eerdere
    .filter(
      (each) =>
        each.organisatie === nieuw.organisatie &&
        each.instelling === nieuw.instelling &&
        overlapt(each, nieuw),
    )
    .map(() => `${nieuw.organisatie} has two values of ${nieuw.instelling} at one moment`);
}

function gebrekenVanVerwerker(
  { verwerker: code, voor }: Verwerker,
  organisaties: Organisaties,
): readonly string[] {
  return [
    ...onbekend('verwerker', [code], organisaties),
    ...onbekend('organisatie', voor, organisaties),
    ...meermaals('organisatie', voor),
    ...(voor.includes(code) ? [`${code} sends for itself`] : []),
  ];
}
