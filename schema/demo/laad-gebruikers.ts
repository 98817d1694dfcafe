import { z } from 'zod';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { dubbele } from '../bestanden/dubbele.ts';
import { leesJson } from '../bestanden/lees-json.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { RECHTEN } from '../codelijsten/rechten.ts';
import { ROLLEN } from '../codelijsten/rollen.ts';
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
 * @throws KetenFout BESTAND_ONGELDIG for an incomplete entry, a name twice or an organisation that is no ketenpartner.
 */
export function laadGebruikers(map: URL | string = SCHEMA_MAP): ReadonlyMap<string, Gebruiker> {
  const gebruikers = leesJson(map, BESTAND, z.array(gebruiker).readonly());
  const { organisaties } = laadKetenpartners(map);
  const redenen = [
    ...dubbele(gebruikers.map((each) => each.gebruiker)).map((naam) => `${naam} occurs more than once`),
    ...gebruikers
      .filter(({ organisatie }) => !organisaties.has(organisatie))
      .map((each) => `${each.gebruiker}: unknown organisatie`),
  ];
  if (redenen.length > 0)
    throw bestandFout(
      BESTAND,
      redenen.map((reden) => ({ reden })),
    );
  return new Map(gebruikers.map((each) => [each.gebruiker, each]));
}
