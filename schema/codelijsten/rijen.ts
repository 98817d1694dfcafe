/**
 * Whose rows a line of the matrix puts in reach: those of the organisation and of the gemeenten it does the task for;
 * of these only the klanten of whom the asker is regisseur; those of one werkgever; or those about one inwoner.
 */
export const RIJEN = ['organisatie', 'caseload', 'werkgever', 'inwoner'] as const;
