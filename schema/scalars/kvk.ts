import { tekstScalar } from './tekst-scalar.ts';

const ACHT_CIJFERS = /^\d{8}$/;

/** A number of the Handelsregister: eight digits. It has no check digit. */
export const kvk = tekstScalar({
  naam: 'Kvk',
  omschrijving: 'Een KvK-nummer van het Handelsregister: acht cijfers.',
  vorm: 'acht cijfers',
  past: (tekst) => ACHT_CIJFERS.test(tekst),
});
