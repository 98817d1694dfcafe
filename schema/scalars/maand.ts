import { tekstScalar } from './tekst-scalar.ts';

const MAAND = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/;

/** A calendar month: `JJJJ-MM`. */
export const maand = tekstScalar({
  naam: 'Maand',
  omschrijving: 'Een kalendermaand in de vorm JJJJ-MM.',
  vorm: 'een maand in de vorm JJJJ-MM',
  past: (tekst) => MAAND.test(tekst),
});
