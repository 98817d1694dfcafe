import type { Redensoort } from '../beleid/voorwaarde-van-rijen.ts';

/** Why somebody looks beyond the own caseload, and what for: whose rows it puts in reach. */
export interface Toegangsreden {
  readonly soort: Redensoort;
  readonly omschrijving: string;
}

/** The reasons that the header `X-Toegangsreden` can give, by code. Each is recorded with what was seen. */
export const TOEGANGSREDENEN = {
  TEAM_CASUSOVERLEG: { soort: 'team', omschrijving: 'De klant wordt in het team besproken.' },
  TEAM_SPOED: { soort: 'team', omschrijving: 'De klant kan niet wachten tot zijn regisseur er weer is.' },
  VERVANGING_AFWEZIG: { soort: 'vervanging', omschrijving: 'De regisseur is met verlof of ziek.' },
  VERVANGING_VACATURE: {
    soort: 'vervanging',
    omschrijving: 'De regisseur is vertrokken en heeft nog geen opvolger.',
  },
  NOODTOEGANG_CRISIS: {
    soort: 'noodtoegang',
    omschrijving: 'Er is gevaar voor de klant, zijn gezin of een ander.',
  },
  NOODTOEGANG_ONBEREIKBAAR: {
    soort: 'noodtoegang',
    omschrijving: 'Wie de klant kent is onbereikbaar, en uitstel schaadt de klant.',
  },
} as const satisfies Readonly<Record<string, Toegangsreden>>;

/** The code of a reason. */
export type Toegangsredencode = keyof typeof TOEGANGSREDENEN;

/** Whether a text is the code of a reason. */
export function isToegangsreden(tekst: string): tekst is Toegangsredencode {
  return Object.hasOwn(TOEGANGSREDENEN, tekst);
}
