import { z } from 'zod';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJson } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';

const BESTAND = 'beleid/gegevensgroepen.json';

const gegevensgroep = z
  .strictObject({
    /** Parts in camelCase, joined by dots: `financien.klant.stand`. */
    code: z.string().regex(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)*$/),
    omschrijving: z.string().min(1),
    /** Whether the group holds data about persons; such a group is never given without a purpose. */
    persoonsgegevens: z.boolean(),
    /** Whether one answer may hold at most one value of a field of the group, so that it is in no list and no export. */
    nooitInLijst: z.boolean().default(false),
  })
  .readonly();

/** One data group: what a field belongs to and what a matrix line grants. */
export type Gegevensgroep = z.infer<typeof gegevensgroep>;

/**
 * The data groups, in the order of the file.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG
 */
export function laadGegevensgroepen(map: URL | string = SCHEMA_MAP): readonly Gegevensgroep[] {
  const groepen = leesJson(map, BESTAND, z.array(gegevensgroep).readonly());
  const twice = dubbele(groepen.map(({ code }) => code));
  if (twice.length > 0)
    throw bestandFout(
      BESTAND,
      twice.map((code) => ({ reden: `code ${code} occurs more than once` })),
    );
  return groepen;
}
