/**
 * The roles that reach aggregates only, never a person (document 001:2357-2359 says so of a cliëntenraad;
 * a portefeuillehouder needs no person for his task).
 */
export const BESTUURSROLLEN = ['portefeuillehouder', 'clientenraad'] as const;
