import { z } from 'zod';
import { laadVerwerkingsregister } from '../beleid/laad-verwerkingsregister.ts';
import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesBestand } from '../bestanden/lees-bestand.ts';
import { leesJson } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';

const MAP = 'operaties';
const REGISTER = `${MAP}/register.json`;

const registratie = z
  .strictObject({
    id: z.string().regex(/^keten:[A-Z]+-\d{3}$/),
    titel: z.string().min(1),
    /** The document, in the same folder. */
    bestand: z.string().regex(/^[A-Z]+-\d{3}\.graphql$/),
    /** Code of the purpose that this question fixes. */
    verwerkingsactiviteit: z.string().min(1),
    /** The demo user who asks it. */
    als: z.string().min(1),
    /** Which variables hold the pseudonym of a klant; their example is the key of the klant within the keten. */
    klanten: z.array(z.string()).readonly().default([]),
    /** Variables of the example. */
    variabelen: z.record(z.string(), z.json()).readonly(),
  })
  .readonly();

/** A trusted document: a question that is known in advance, with the purpose it is asked for. */
export interface Operatie {
  readonly id: string;
  readonly titel: string;
  /** The file name in `operaties/`. */
  readonly bestand: string;
  /** The text of the GraphQL document. */
  readonly document: string;
  /** URI of the verwerkingsactiviteit. */
  readonly verwerkingsactiviteit: string;
  /** Name of the demo user who asks it. */
  readonly als: string;
  /** Which variables hold the pseudonym of a klant; their example is the key of the klant: see `metPseudoniemen`. */
  readonly klanten: readonly string[];
  /** Variables of the example. */
  readonly variabelen: z.infer<typeof registratie>['variabelen'];
}

/**
 * The trusted documents by id. Whether they fit the schema is for `npm run schema` to say.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with every fault: an incomplete entry, an id or file twice, an unknown purpose or variable,
 *   a document that is not there.
 */
export function laadOperaties(map: URL | string = SCHEMA_MAP): ReadonlyMap<string, Operatie> {
  const register = leesJson(map, REGISTER, z.array(registratie).readonly());
  const uris = new Map(laadVerwerkingsregister(map).map(({ code, uri }) => [code, uri]));
  const gebreken: Bestandsgebrek[] = dubbele(register.flatMap(({ id, bestand }) => [id, bestand])).map(
    (naam) => ({
      reden: `${naam} occurs more than once`,
    }),
  );
  const operaties = new Map<string, Operatie>();
  for (const { id, titel, bestand, verwerkingsactiviteit, als, klanten, variabelen } of register) {
    if (klanten.some((naam) => typeof variabelen[naam] !== 'string'))
      gebreken.push({ reden: `${id}: klanten names a variable that the example does not have` });
    const uri = uris.get(verwerkingsactiviteit);
    if (uri === undefined) {
      gebreken.push({ reden: `${id}: unknown verwerkingsactiviteit` });
      continue;
    }
    const document = leesBestand(map, `${MAP}/${bestand}`);
    operaties.set(
      id,
      Object.freeze({ id, titel, bestand, document, verwerkingsactiviteit: uri, als, klanten, variabelen }),
    );
  }
  if (gebreken.length > 0) throw bestandFout(REGISTER, gebreken);
  return operaties;
}
