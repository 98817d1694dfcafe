import { z } from 'zod';
import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJson } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { type Organisatie, organisatie } from './organisatie.ts';
import { type Samenwerking, samenwerking } from './samenwerking.ts';

const ORGANISATIES = 'ketenpartners/organisaties.json';
const SAMENWERKINGEN = 'ketenpartners/samenwerkingen.json';

/** The organisations of the keten by code, and what they do together. */
export interface Ketenpartners {
  readonly organisaties: ReadonlyMap<string, Organisatie>;
  readonly samenwerkingen: readonly Samenwerking[];
}

/**
 * The ketenpartners.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with every fault: a code twice, an end before the begin, a samenwerking
 *   of unknown organisations or of participants that are no gemeente.
 */
export function laadKetenpartners(map: URL | string = SCHEMA_MAP): Ketenpartners {
  const lijst = leesJson(map, ORGANISATIES, z.array(organisatie).readonly());
  weiger(ORGANISATIES, algemeneGebreken(lijst));
  const organisaties = new Map(lijst.map((each) => [each.code, each]));
  const samenwerkingen = leesJson(map, SAMENWERKINGEN, z.array(samenwerking).readonly());
  weiger(SAMENWERKINGEN, [
    ...algemeneGebreken(samenwerkingen),
    ...samenwerkingen.flatMap((each) => gebrekenVan(each, organisaties)),
  ]);
  return Object.freeze({ organisaties, samenwerkingen });
}

function weiger(bestand: string, redenen: readonly string[]): void {
  const gebreken: readonly Bestandsgebrek[] = redenen.map((reden) => ({ reden }));
  if (gebreken.length > 0) throw bestandFout(bestand, gebreken);
}

type MetGeldigheid = Pick<Organisatie, 'code' | 'geldigVan' | 'geldigTot'>;

function algemeneGebreken(lijst: readonly MetGeldigheid[]): readonly string[] {
  return [
    ...dubbele(lijst.map(({ code }) => code)).map((code) => `code ${code} occurs more than once`),
    ...lijst
      .filter(({ geldigVan = '', geldigTot }) => geldigTot !== undefined && geldigTot <= geldigVan)
      .map(({ code }) => `${code} ends before it begins`),
  ];
}

function gebrekenVan(
  { code, uitvoerder, deelnemers }: Samenwerking,
  organisaties: ReadonlyMap<string, Organisatie>,
): readonly string[] {
  return [
    ...(organisaties.has(uitvoerder) ? [] : [`${code}: unknown uitvoerder ${uitvoerder}`]),
    ...dubbele(deelnemers).map((deelnemer) => `${code}: deelnemer ${deelnemer} occurs more than once`),
    ...deelnemers
      .filter((deelnemer) => organisaties.get(deelnemer)?.soort !== 'GEMEENTE')
      .map((deelnemer) => `${code}: deelnemer ${deelnemer} is not a known gemeente`),
  ];
}
