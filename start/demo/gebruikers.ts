import { readFileSync } from 'node:fs';
import { z } from 'zod';

const gebruiker = z.strictObject({
  gebruiker: z.string().regex(/^[a-z0-9-]+$/),
  omschrijving: z.string(),
  organisatie: z.string(),
  rollen: z.array(z.string()),
  namens: z.array(z.string()),
  via: z.string().optional(),
  kvk: z.string().optional(),
  klant: z.string().optional(),
});

/** A demo user: a name, who that is, and the claims of the tokens. */
export type Gebruiker = z.infer<typeof gebruiker>;

/** The demo users of `schema/demo/gebruikers.json`. Throws where the file is not as described. */
export function readGebruikers(): readonly Gebruiker[] {
  const bestand = new URL('../../schema/demo/gebruikers.json', import.meta.url);
  return Object.freeze(z.array(gebruiker).parse(JSON.parse(readFileSync(bestand, 'utf8'))));
}
