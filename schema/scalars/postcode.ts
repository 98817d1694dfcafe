import { tekstScalar } from './tekst-scalar.ts';

/** SA, SD and SS are never given out. */
const POSTCODE = /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/;

/** A Dutch postcode in its strict form, without a space. */
export const postcode = tekstScalar({
  naam: 'Postcode',
  omschrijving: 'Een Nederlandse postcode zonder spatie, bijvoorbeeld 2132WT.',
  vorm: 'vier cijfers, niet beginnend met 0, en twee hoofdletters, zonder spatie',
  past: (tekst) => POSTCODE.test(tekst),
});
