import { z } from 'zod';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJsonMetRegels } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { RECHTEN } from '../codelijsten/rechten.ts';
import { ROLLEN } from '../codelijsten/rollen.ts';
import type { Ketenpartners } from '../ketenpartners/ketenpartners.ts';
import { laadKetenpartners } from '../ketenpartners/laad-ketenpartners.ts';

const BESTAND = 'demo/gebruikers.json';

const gebruiker = z
  .strictObject({
    /** The name with which the user signs in to the demo issuer. */
    gebruiker: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
    omschrijving: z.string().min(1),
    /** Code of the ketenpartner the user works for. */
    organisatie: z.string().min(1),
    rollen: z.array(z.enum(ROLLEN)).min(1).readonly(),
    /** Gemeentecodes the user acts for beside the own organisation. */
    namens: z.array(z.string().min(1)).readonly(),
    /** What the user may do beside what the roles say. */
    rechten: z.array(z.enum(RECHTEN)).readonly().default([]),
    /** The team the user works in. */
    team: z.string().min(1).optional(),
    /** The processor that sends for the organisation. */
    via: z.string().min(1).optional(),
    /** The number of a werkgever. */
    kvk: z.string().min(1).optional(),
    /** The key of the klant who is or is represented by the user. */
    klant: z.string().min(1).optional(),
  })
  .readonly();

/** A demo user: what the demo issuer puts in a token. */
export type Gebruiker = z.infer<typeof gebruiker>;

/**
 * The demo users by name.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault: an incomplete entry, a name twice, an
 *   organisation or a namens that is no ketenpartner, a via that may not send for the organisation.
 */
export function laadGebruikers(map: URL | string = SCHEMA_MAP): ReadonlyMap<string, Gebruiker> {
  const { data, regel } = leesJsonMetRegels(map, BESTAND, z.array(gebruiker).readonly());
  const ketenpartners = laadKetenpartners(map);
  const twice = new Set(dubbele(data.map((each) => each.gebruiker)));
  const gebreken = data.flatMap((each, at) =>
    [
      ...(twice.has(each.gebruiker) ? ['occurs more than once'] : []),
      ...gebrekenVan(each, ketenpartners),
    ].map((reden) => ({ regel: regel(at), reden: `${each.gebruiker}: ${reden}` })),
  );
  if (gebreken.length > 0) throw bestandFout(BESTAND, gebreken);
  return new Map(data.map((each) => [each.gebruiker, each]));
}

function gebrekenVan(
  { organisatie, namens, via }: Gebruiker,
  { organisaties, verwerkers }: Ketenpartners,
): readonly string[] {
  return [
    ...(organisaties.has(organisatie) ? [] : ['unknown organisatie']),
    ...namens.filter((code) => !organisaties.has(code)).map((code) => `unknown namens ${code}`),
    ...(via === undefined ||
    verwerkers.some((each) => each.verwerker === via && each.voor.includes(organisatie))
      ? []
      : [`${via} may not send for ${organisatie}`]),
  ];
}
