/** The data group whose scope bounds the rows of a dossier. */
export const DOSSIER = 'klant.dossier';

/** The data group of what more people may see of it: that there is an uitkering, and what it obliges to. */
export const KERN = 'klant.dossier.kern';
