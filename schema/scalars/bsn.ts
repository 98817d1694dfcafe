import { validate } from 'stdnum/lib/cjs/nl/bsn.js';
import { tekstScalar } from './tekst-scalar.ts';

const NEGEN_CIJFERS = /^\d{9}$/;
const NIET_UITGEGEVEN = '000000000';

/** A bsn: exactly nine digits, without dots or spaces, that pass the 11-test; nine zeros are no bsn. */
export const bsn = tekstScalar({
  naam: 'Bsn',
  omschrijving: 'Een burgerservicenummer: negen cijfers die aan de elfproef voldoen.',
  vorm: 'negen cijfers die aan de elfproef voldoen',
  past: (tekst) => NEGEN_CIJFERS.test(tekst) && tekst !== NIET_UITGEGEVEN && validate(tekst).isValid,
});
