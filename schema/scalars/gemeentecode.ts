import { tekstScalar } from './tekst-scalar.ts';

const GEMEENTECODE = /^GM\d{4}$/;

/** The CBS code of a gemeente. Whether the gemeente exists is for the code list to say. */
export const gemeentecode = tekstScalar({
  naam: 'Gemeentecode',
  omschrijving: 'De CBS-code van een gemeente: GM en vier cijfers, bijvoorbeeld GM0394.',
  vorm: 'GM en vier cijfers',
  past: (tekst) => GEMEENTECODE.test(tekst),
});
