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
  const gelezen = bestanden.flatMap((bestand) => leesPolicies(map, bestand));
  const policies = Object.fromEntries(gelezen.map(({ plaats, tekst }) => [plaats, tekst]));
  for (const [bestand, gebreken] of gebrekenPerBestand(policies, schema))
    throw bestandFout(bestand, gebreken);
  return Object.freeze({ schema, policies: Object.freeze(policies) });
}

function leesPolicies(
  map: URL | string,
  bestand: string,
): readonly { readonly plaats: string; readonly tekst: string }[] {
  const pad = `${MAP}/${bestand}`;
  const tekst = leesBestand(map, pad);
  const parts = policySetTextToParts(tekst);
  if (parts.type === 'failure')
    throw bestandFout(
      pad,
      parts.errors.map((fout) => gebrekVan(fout, tekst, 1)),
    );
  const [template] = parts.policy_templates;
  if (template !== undefined)
    throw bestandFout(pad, [
      { regel: regelVan(tekst, tekst.indexOf(template)), reden: 'a template grants nothing' },
    ]);
  return parts.policies.map((policy) => {
    const plaats = tekst.indexOf(policy);
    if (tekst.includes(policy, plaats + 1))
      throw bestandFout(pad, [{ regel: regelVan(tekst, plaats), reden: 'the policy stands more than once' }]);
    return { plaats: `${bestand}:${regelVan(tekst, plaats)}`, tekst: policy };
  });
}

/** What does not fit the schema, by file. A policy that can never hold is a mistake as well: it says something. */
function gebrekenPerBestand(
  policies: Readonly<Record<string, string>>,
  schema: string,
): ReadonlyMap<string, readonly Bestandsgebrek[]> {
  const antwoord = validate({ schema, policies: { staticPolicies: policies } });
  if (antwoord.type === 'failure')
    return new Map([[MAP, antwoord.errors.map((fout) => gebrekVan(fout, '', 1))]]);
  const perBestand = new Map<string, Bestandsgebrek[]>();
  for (const { policyId, error } of [...antwoord.validationErrors, ...antwoord.validationWarnings]) {
    const [bestand = '', regel] = policyId.split(':');
    const gebrek = gebrekVan(error, policies[policyId] ?? '', Number(regel));
    perBestand.set(`${MAP}/${bestand}`, [...(perBestand.get(`${MAP}/${bestand}`) ?? []), gebrek]);
  }
  return perBestand;
}

/** Cedar counts in bytes of UTF-8 from the beginning of a text, which stands at a line of its file. */
function gebrekVan(
  { message, help, sourceLocations }: DetailedError,
  tekst: string,
  eersteRegel: number,
): Bestandsgebrek {
  const reden = message.replace(/^for policy `[^`]*`[,:] /, '');
  const begin = sourceLocations?.[0]?.start ?? 0;
  return {
    reden: help === null ? reden : `${reden} (${help})`,
    regel: eersteRegel - 1 + regelVan(tekst, Buffer.from(tekst).subarray(0, begin).toString().length),
  };
}

/** The line (from 1) of a place in a text. */
function regelVan(tekst: string, plaats: number): number {
  return tekst.slice(0, plaats).split('\n').length;
}
