import { tekstScalar } from './tekst-scalar.ts';

/** A hoofdnummer of eight positions is followed by four zeros, so that nine positions and three zeros cover both. */
const OIN = /^(?!0{8})\d{8}[0-9A-Z]{9}0{3}$/;

/** An Organisatie-identificatienummer (Logius, OIN-Stelsel): prefix, hoofdnummer and zeros, 20 positions. */
export const oin = tekstScalar({
  naam: 'Oin',
  omschrijving:
    'Een Organisatie-identificatienummer van twintig posities: een prefix van acht cijfers, een hoofdnummer van acht of negen cijfers of hoofdletters, en nullen.',
  vorm: 'twintig posities: acht cijfers, acht of negen cijfers of hoofdletters, en nullen',
  standaard: 'https://gitdocumentatie.logius.nl/publicatie/dk/oin/',
  past: (tekst) => OIN.test(tekst),
});
