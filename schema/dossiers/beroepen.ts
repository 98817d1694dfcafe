import type { Bouw } from './bouw.ts';

/**
 * The occupations of vacatures and profielen. The form of the code is that of CompetentNL; the codes themselves are
 * made up (they begin with DEMO), because the list cannot be had as a package.
 */
const NAMEN = [
  'Schoonmaker gebouwen',
  'Medewerker kas',
  'Orderverzamelaar',
  'Magazijnmedewerker',
  'Verkoopmedewerker winkel',
  'Keukenhulp',
  'Medewerker bediening',
  'Chauffeur bestelauto',
  'Productiemedewerker',
  'Hovenier',
  'Helpende zorg en welzijn',
  'Administratief medewerker',
  'Medewerker klantenservice',
  'Beveiliger',
] as const;

const BEGIN = 'https://linkeddata.competentnl.nl/uwv/id/occupation/DEMO';

/** An occupation: its code, its name and the lowest level it asks, of 0 to 7 in VUM. */
export interface Beroep {
  readonly code: string;
  readonly naam: string;
  readonly denkniveau: string;
}

export const BEROEPEN: readonly Beroep[] = NAMEN.map((naam, at) => ({
  code: `${BEGIN}${String(at + 1).padStart(6, '0')}`,
  naam,
  denkniveau: at < 10 ? '2' : '4',
}));

export function schrijfBeroepen(bouw: Bouw): void {
  for (const { code, naam } of BEROEPEN) bouw.voegToe('beroep', { code, naam });
}
