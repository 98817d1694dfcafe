/** How far a voordracht is; the form of `Voordrachtfase` in the graph. */
export type Voordrachtfase = 'VOORGEDRAGEN' | 'UITGENODIGD' | 'GEPLAATST' | 'GEEINDIGD';

/**
 * The phases in which what a kandidaat looks for is shown: from the voordracht, which the klant knows of and agrees
 * to, until its end.
 */
export const fasenMetProfiel: readonly Voordrachtfase[] = ['VOORGEDRAGEN', 'UITGENODIGD', 'GEPLAATST'];

/** The phases in which the name of a kandidaat is shown: once the werkgever invites and the klant agrees. */
export const fasenMetNaam: readonly Voordrachtfase[] = ['UITGENODIGD', 'GEPLAATST'];
