/** The data group whose scope bounds the rows of a dossier. */
export const DOSSIER = 'klant.dossier';
