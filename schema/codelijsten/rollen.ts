/** The roles a user can have. Inkomen and werk are kept apart; a regisseur has both. */
export const ROLLEN = [
  'consulent_inkomen',
  'consulent_werk',
  'regisseur',
  'poortwachter',
  'kcc',
  'handhaver',
  'terugvordering',
  'kwaliteit',
  'bezwaar',
  'wsp_adviseur',
  'werkcoach',
  'controller',
  'portefeuillehouder',
  'fg',
  'werkgever',
  'inwoner',
] as const;

export type Rol = (typeof ROLLEN)[number];
