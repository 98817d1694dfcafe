import { globSync } from 'node:fs';
import { type DetailedError, policySetTextToParts, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { leesBestand } from '../bestanden/lees-bestand.ts';
import { folderPath, SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { cedarSchema } from './cedar-schema.ts';
import { laadGegevensgroepen } from './laad-gegevensgroepen.ts';
import { laadVerwerkingsregister } from './laad-verwerkingsregister.ts';

const MAP = 'beleid/cedar';

/** Cedar policies by where each stands (`inkomen.cedar:12`), and the schema that they fit. */
export interface CedarBeleid {
  readonly schema: string;
  readonly policies: Readonly<Record<string, string>>;
}

/**
 * The Cedar policies of `schema/beleid/cedar`, validated strictly against the schema of the code lists, data groups and
 * register that stand beside them.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason: a policy that is no Cedar, that names what does not
 *   exist, or that stands twice; a template
 */
export function laadCedar(map: URL | string = SCHEMA_MAP): CedarBeleid {
  const groepen = laadGegevensgroepen(map).map(({ code }) => code);
  const doelen = laadVerwerkingsregister(map).map(({ code }) => code);
  const schema = cedarSchema(groepen, doelen);
  const bestanden = globSync('*.cedar', { cwd: `${folderPath(map)}/${MAP}` }).toSorted();
  const policies = bestanden.flatMap((bestand) => leesPolicies(map, bestand, schema));
  return Object.freeze({ schema, policies: Object.freeze(Object.fromEntries(policies)) });
}

function leesPolicies(map: URL | string, bestand: string, schema: string): readonly [string, string][] {
  const pad = `${MAP}/${bestand}`;
  const tekst = leesBestand(map, pad);
  const parts = policySetTextToParts(tekst);
  if (parts.type === 'failure') throw bestandFout(pad, gebrekenVan(parts.errors, tekst));
  const [template] = parts.policy_templates;
  if (template !== undefined)
    throw bestandFout(pad, [
      { regel: regelVan(tekst, tekst.indexOf(template)), reden: 'a template grants nothing' },
    ]);
  const gebreken = gebrekenIn(tekst, schema);
  if (gebreken.length > 0) throw bestandFout(pad, gebreken);
  return parts.policies.map((policy) => {
    const plaats = tekst.indexOf(policy);
    if (tekst.includes(policy, plaats + 1))
      throw bestandFout(pad, [{ regel: regelVan(tekst, plaats), reden: 'the policy stands more than once' }]);
    return [`${bestand}:${regelVan(tekst, plaats)}`, policy];
  });
}

function gebrekenIn(tekst: string, schema: string): readonly Bestandsgebrek[] {
  const antwoord = validate({ schema, policies: { staticPolicies: tekst } });
  if (antwoord.type === 'failure') return gebrekenVan(antwoord.errors, tekst);
  const fouten = [...antwoord.validationErrors, ...antwoord.validationWarnings].map(({ error }) => error);
  return gebrekenVan(fouten, tekst);
}

/** Cedar counts in bytes of UTF-8 and numbers policies by itself; we name the line. */
function gebrekenVan(fouten: readonly DetailedError[], tekst: string): readonly Bestandsgebrek[] {
  return fouten.map(({ message, help, sourceLocations }) => {
    const reden = message.replace(/^for policy `policy\d+`[,:] /, '');
    const begin = sourceLocations?.[0]?.start;
    return {
      reden: help === null ? reden : `${reden} (${help})`,
      ...(begin !== undefined && {
        regel: regelVan(tekst, Buffer.from(tekst).subarray(0, begin).toString().length),
      }),
    };
  });
}

/** The line (from 1) of a place in a text. */
function regelVan(tekst: string, plaats: number): number {
  return tekst.slice(0, plaats).split('\n').length;
}
