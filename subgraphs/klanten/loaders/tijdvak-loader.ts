import DataLoader from 'dataloader';

/** A gemeente and a stretch of months, both ends included, `JJJJ-MM`. */
export interface Tijdvak {
  readonly gemeente: string;
  readonly van: string;
  readonly tot: string;
}

/** What reads the rows of many stretches with one statement, each row with the place of its stretch among them. */
type LeesTijdvakken<Rij> = (
  tijdvakken: readonly Tijdvak[],
) => Promise<readonly (Rij & { readonly nummer: number })[]>;

/** A loader of the rows of stretches of months, in the order in which `lees` gives them. */
export function tijdvakLoader<Rij>(lees: LeesTijdvakken<Rij>): DataLoader<Tijdvak, readonly Rij[], string> {
  return new DataLoader<Tijdvak, readonly Rij[], string>(
    async (tijdvakken) => {
      const rijen = Map.groupBy(await lees(tijdvakken), ({ nummer }) => nummer);
      return tijdvakken.map((_tijdvak, nummer) => rijen.get(nummer) ?? []);
    },
    { cacheKeyFn: ({ gemeente, van, tot }) => `${gemeente} ${van} ${tot}` },
  );
}

/** The parameters of stretches: their places, gemeenten, first and last months. */
export function inKolommen(
  tijdvakken: readonly Tijdvak[],
): readonly [number[], string[], string[], string[]] {
  return [
    tijdvakken.map((_tijdvak, nummer) => nummer),
    tijdvakken.map(({ gemeente }) => gemeente),
    tijdvakken.map(({ van }) => van),
    tijdvakken.map(({ tot }) => tot),
  ];
}
