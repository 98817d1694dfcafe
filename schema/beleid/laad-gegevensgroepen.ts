import { z } from 'zod';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJsonMetRegels } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { ORGANISATIESOORTEN } from '../codelijsten/organisatiesoorten.ts';

const BESTAND = 'beleid/gegevensgroepen.json';

/** The categories of personal data that the law asks more care for. */
const CATEGORIEEN = ['NUMMER', 'BIJZONDER', 'STRAFRECHTELIJK'] as const;

/** One of the categories. */
export type Categorie = (typeof CATEGORIEEN)[number];

const gegevensgroep = z
  .strictObject({
    /** Parts in camelCase, joined by dots: `financien.klant.stand`. */
    code: z.string().regex(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)*$/),
    omschrijving: z.string().min(1),
    /** Whether the group holds data about persons; such a group is never given without a purpose. */
    persoonsgegevens: z.boolean(),
    /** Whether one answer may hold at most one value of a field of the group, so that it is in no list and no export. */
    nooitInLijst: z.boolean().default(false),
    /** What the law asks more care for: a national number (UAVG art. 46), or data of AVG art. 9 or art. 10. */
    categorie: z.enum(CATEGORIEEN).optional(),
    /** The only kinds of organisation that a line of the matrix may give the group to; absent: no kind is shut out. */
    alleenVoor: z.array(z.enum(ORGANISATIESOORTEN)).min(1).readonly().optional(),
  })
  .readonly();

/** One data group: what a field belongs to and what a matrix line grants. */
export type Gegevensgroep = z.infer<typeof gegevensgroep>;

/**
 * The data groups, in the order of the file.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault
 */
export function laadGegevensgroepen(map: URL | string = SCHEMA_MAP): readonly Gegevensgroep[] {
  const { data, regel } = leesJsonMetRegels(map, BESTAND, z.array(gegevensgroep).readonly());
  const twice = new Set(dubbele(data.map(({ code }) => code)));
  const gebreken = data.flatMap(({ code, categorie, persoonsgegevens }, at) => [
    ...(twice.has(code) ? [{ regel: regel(at), reden: `code ${code} occurs more than once` }] : []),
    ...(categorie !== undefined && !persoonsgegevens
      ? [{ regel: regel(at), reden: `${code} has a categorie without personal data` }]
      : []),
  ]);
  if (gebreken.length > 0) throw bestandFout(BESTAND, gebreken);
  return data;
}
