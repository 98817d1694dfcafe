/** The kinds of organisation that take part in the keten. CWI is historic: it became part of UWV on 1 January 2009. */
export const ORGANISATIESOORTEN = [
  'GEMEENTE',
  'WERKORGANISATIE',
  'UWV',
  'CWI',
  'WERKGEVER',
  'REINTEGRATIEBEDRIJF',
  'SW_BEDRIJF',
  'SCHULDHULPVERLENER',
  'UITZENDBUREAU',
  'ONDERWIJS_RMC',
  'ACCOUNTANT',
  'REKENKAMER',
  'BEZWAARCOMMISSIE',
  'RAAD',
  'INWONER',
  'VERTEGENWOORDIGER',
] as const;

/** One of the kinds. */
export type Organisatiesoort = (typeof ORGANISATIESOORTEN)[number];
