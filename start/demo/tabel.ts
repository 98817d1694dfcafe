/** A column of a table: its head, and whether its cells are numbers. */
export interface Kolom {
  readonly kop: string;
  readonly getal?: boolean;
}

/** A table for a terminal: words to the left, numbers to the right, two spaces in front. No line ends in a space. */
export function tabel(kolommen: readonly Kolom[], rijen: readonly (readonly string[])[]): string {
  const koppen = kolommen.map(({ kop }) => kop);
  const breedtes = breedtesVan(kolommen, rijen);
  const regel = (cellen: readonly string[]): string =>
    kolommen
      .map(({ getal }, at) => {
        const [cel, breedte] = [cellen[at] ?? '', breedtes[at] ?? 0];
        return getal === true ? cel.padStart(breedte) : cel.padEnd(breedte);
      })
      .join('  ')
      .trimEnd();
  const streep = breedtes.map((breedte) => '─'.repeat(breedte));
  return [koppen, streep, ...rijen].map((cellen) => `  ${regel(cellen)}`).join('\n');
}

/**
 * A table that may have more columns than fit beside each other: those beyond the width stand in a table below, each
 * table with the columns first that say of what a row is.
 */
export function tabelOpBreedte(
  kolommen: readonly Kolom[],
  rijen: readonly (readonly string[])[],
  breedte = 120,
): string {
  const breedtes = breedtesVan(kolommen, rijen).map((kolom) => kolom + 2);
  const som = (stuk: readonly number[]): number => stuk.reduce((tot, at) => tot + (breedtes[at] ?? 0), 0);
  const naam = naamkolommen(rijen, (stuk) => som(stuk) <= breedte / 2);
  const stukken: number[][] = [[]];
  for (const at of kolommen.keys()) {
    const stuk = stukken.at(-1) ?? [];
    if (stuk.length > 0 && som([...stuk, at]) > breedte) stukken.push([...naam, at]);
    else stuk.push(at);
  }
  return stukken
    .map((stuk) =>
      tabel(
        stuk.flatMap((at) => kolommen[at] ?? []),
        rijen.map((rij) => stuk.map((at) => rij[at] ?? '')),
      ),
    )
    .join('\n\n');
}

/** The columns that tell the rows apart: the first ones together or else one of the first three, where these fit. */
function naamkolommen(
  rijen: readonly (readonly string[])[],
  past: (stuk: readonly number[]) => boolean,
): readonly number[] {
  const isUniek = (stuk: readonly number[]): boolean =>
    new Set(rijen.map((rij) => JSON.stringify(stuk.map((at) => rij[at])))).size === rijen.length;
  return [[0], [0, 1], [0, 1, 2], [1], [2]].find((stuk) => past(stuk) && isUniek(stuk)) ?? [0];
}

function breedtesVan(kolommen: readonly Kolom[], rijen: readonly (readonly string[])[]): readonly number[] {
  return kolommen.map(({ kop }, at) => Math.max(kop.length, ...rijen.map((rij) => (rij[at] ?? '').length)));
}
