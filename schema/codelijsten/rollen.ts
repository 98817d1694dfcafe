/**
 * The roles a user can have. Inkomen and werk are kept apart; a regisseur has both. The word of documents 002 and 004
 * for a regisseur is klantmanager.
 */
export const ROLLEN = [
  'consulent_inkomen',
  'consulent_werk',
  'regisseur',
  'poortwachter',
  'kcc',
  'handhaver',
  'uitkeringsadministratie',
  'terugvordering',
  'kwaliteit',
  'bezwaar',
  'wsp_adviseur',
  'werkcoach',
  'trajectbegeleider',
  'schuldhulpverlener',
  'accountant',
  'controller',
  'portefeuillehouder',
  'clientenraad',
  'fg',
  'werkgever',
  'inwoner',
  'vertegenwoordiger',
] as const;

/** One of the roles. */
export type Rol = (typeof ROLLEN)[number];
