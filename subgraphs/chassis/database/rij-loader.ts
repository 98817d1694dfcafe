import DataLoader from 'dataloader';

/**
 * A loader that reads the rows of many keys with one statement: `lees` gets the keys of a batch,
 * `sleutelVan` says which of them a row answers. A key without a row gives `null`.
 */
export function rijLoader<Rij>(
  lees: (sleutels: readonly string[]) => Promise<readonly Rij[]>,
  sleutelVan: (rij: Rij) => string,
): DataLoader<string, Rij | null> {
  return new DataLoader(async (sleutels) => {
    const rijen = new Map((await lees(sleutels)).map((rij) => [sleutelVan(rij), rij]));
    return sleutels.map((sleutel) => rijen.get(sleutel) ?? null);
  });
}

/** As `rijLoader`, for lists: the rows of a key in the order in which they were read. */
export function lijstLoader<Rij>(
  lees: (sleutels: readonly string[]) => Promise<readonly Rij[]>,
  sleutelVan: (rij: Rij) => string,
): DataLoader<string, readonly Rij[]> {
  return new DataLoader(async (sleutels) => {
    const rijen = Map.groupBy(await lees(sleutels), sleutelVan);
    return sleutels.map((sleutel) => rijen.get(sleutel) ?? []);
  });
}
