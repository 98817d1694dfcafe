import { z } from 'zod';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJsonMetRegels } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { ROLLEN } from '../codelijsten/rollen.ts';
import { type Gegevensgroep, laadGegevensgroepen } from './laad-gegevensgroepen.ts';

const BESTAND = 'beleid/verwerkingsregister.json';

const verwerkingsactiviteit = z
  .strictObject({
    /** The short name used in the matrix. */
    code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    /** The name used on the wire, in the header X-Verwerkingsactiviteit and in the logs. */
    uri: z.url({ protocol: /^https$/ }),
    omschrijving: z.string().min(1),
    grondslag: z.string().min(1),
    /** About whom the data are; empty when they are about nobody. */
    betrokkenen: z.array(z.string().min(1)).readonly(),
    /** The data groups that may be used for it. */
    gegevensgroepen: z.array(z.string().min(1)).min(1).readonly(),
    /** The roles that may carry it out. */
    rollen: z.array(z.enum(ROLLEN)).min(1).readonly(),
    /** How many years the data are kept from an event; absent when they are about nobody. */
    bewaartermijn: z
      .strictObject({ jaren: z.int().min(1), vanaf: z.string().min(1), grondslag: z.string().min(1) })
      .readonly()
      .optional(),
    /** The activities of which one person carries out the parts, by code: no group may come from elsewhere. */
    mengt: z.array(z.string().min(1)).min(2).readonly().optional(),
  })
  .readonly();

/** One purpose of the verwerkingsregister (AVG art. 30). */
export type Verwerkingsactiviteit = z.infer<typeof verwerkingsactiviteit>;

/**
 * The verwerkingsregister, in the order of the file.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault: a code or URI twice, an unknown group,
 *   personal data without persons or without bewaartermijn, a group in a mixture that comes from none of its parts.
 */
export function laadVerwerkingsregister(map: URL | string = SCHEMA_MAP): readonly Verwerkingsactiviteit[] {
  const { data, regel } = leesJsonMetRegels(map, BESTAND, z.array(verwerkingsactiviteit).readonly());
  const groepen = new Map(laadGegevensgroepen(map).map((groep) => [groep.code, groep]));
  const twice = new Set(dubbele(data.flatMap(({ code, uri }) => [code, uri])));
  const gebreken = data.flatMap((activiteit, at) =>
    [
      ...[activiteit.code, activiteit.uri]
        .filter((naam) => twice.has(naam))
        .map((naam) => `${naam} occurs more than once`),
      ...gebrekenVan(activiteit, groepen),
      ...gebrekenVanMenging(activiteit, data),
    ].map((reden) => ({ regel: regel(at), reden })),
  );
  if (gebreken.length > 0) throw bestandFout(BESTAND, gebreken);
  return data;
}

function gebrekenVan(
  { code, gegevensgroepen, rollen, betrokkenen, bewaartermijn }: Verwerkingsactiviteit,
  groepen: ReadonlyMap<string, Gegevensgroep>,
): readonly string[] {
  const overPersonen = gegevensgroepen.some((groep) => groepen.get(groep)?.persoonsgegevens);
  return [
    ...gegevensgroepen
      .filter((groep) => !groepen.has(groep))
      .map((groep) => `${code}: unknown gegevensgroep ${groep}`),
    ...[...dubbele(gegevensgroepen), ...dubbele(rollen)].map(
      (naam) => `${code}: ${naam} occurs more than once`,
    ),
    ...(overPersonen && betrokkenen.length === 0 ? [`${code}: personal data without betrokkenen`] : []),
    ...(overPersonen && bewaartermijn === undefined ? [`${code}: personal data without bewaartermijn`] : []),
  ];
}

function gebrekenVanMenging(
  { code, gegevensgroepen, mengt = [] }: Verwerkingsactiviteit,
  register: readonly Verwerkingsactiviteit[],
): readonly string[] {
  if (mengt.length === 0) return [];
  const delen = register.filter((each) => mengt.includes(each.code));
  const vanDelen = new Set(delen.flatMap((deel) => deel.gegevensgroepen));
  return [
    ...mengt
      .filter((deel) => deel === code || delen.every((each) => each.code !== deel))
      .map((deel) => `${code}: cannot mix ${deel}`),
    ...gegevensgroepen
      .filter((groep) => !vanDelen.has(groep))
      .map((groep) => `${code}: ${groep} comes from none of its parts`),
  ];
}
