import { z } from 'zod';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJson } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';

const BESTAND = 'beleid/verwerkingsregister.json';

const verwerkingsactiviteit = z
  .strictObject({
    /** The short name used in the matrix. */
    code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    /** The name used on the wire, in the header X-Verwerkingsactiviteit and in the logs. */
    uri: z.url({ protocol: /^https$/ }),
    omschrijving: z.string().min(1),
    grondslag: z.string().min(1),
  })
  .readonly();

/** One purpose of the verwerkingsregister. */
export type Verwerkingsactiviteit = z.infer<typeof verwerkingsactiviteit>;

/**
 * The verwerkingsregister, in the order of the file.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG
 */
export function laadVerwerkingsregister(map: URL | string = SCHEMA_MAP): readonly Verwerkingsactiviteit[] {
  const register = leesJson(map, BESTAND, z.array(verwerkingsactiviteit).readonly());
  const twice = dubbele(register.flatMap(({ code, uri }) => [code, uri]));
  if (twice.length > 0)
    throw bestandFout(
      BESTAND,
      twice.map((name) => ({ reden: `${name} occurs more than once` })),
    );
  return register;
}
