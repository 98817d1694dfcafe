import { z } from 'zod';

const tekst = z.string().min(1).max(200);

/** The claims of an access token that say who asks. Claims we do not know are left aside. */
export const betrokkeneClaims = z.object({
  sub: tekst,
  organisatie: tekst,
  via: tekst.optional(),
  namens: z.array(tekst).max(500).default([]),
  rollen: z.array(tekst).max(50).default([]),
  rechten: z.array(tekst).max(50).default([]),
  team: tekst.optional(),
  kvk: tekst.optional(),
  klant: tekst.optional(),
});

/**
 * Who asks: taken from a verified access token and from nothing else.
 * `sub` is the pseudonym of the user, `organisatie` the ketenpartner the user works for, `via` a processor
 * that sends, `namens` the gemeentecodes acted for, `rechten` what was given to the user by name (see `RECHTEN`), `team`
 * the team the user works in, `kvk` the number of a werkgever and `klant` the klant who asks or is represented.
 */
export type Betrokkene = Readonly<z.infer<typeof betrokkeneClaims>>;
