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
 * table with the first column, which says of what a row is.
 */
export function tabelOpBreedte(
  kolommen: readonly Kolom[],
  rijen: readonly (readonly string[])[],
  breedte = 120,
): string {
  const breedtes = breedtesVan(kolommen, rijen);
  const eerste = 2 + (breedtes[0] ?? 0);
  const stukken: number[][] = [[0]];
  let vol = eerste;
  for (let at = 1; at < kolommen.length; at += 1) {
    const nodig = 2 + (breedtes[at] ?? 0);
    const stuk = stukken.at(-1) ?? [];
    if (vol + nodig > breedte && stuk.length > 1) {
      stukken.push([0, at]);
      vol = eerste + nodig;
    } else {
      stuk.push(at);
      vol += nodig;
    }
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

function breedtesVan(kolommen: readonly Kolom[], rijen: readonly (readonly string[])[]): readonly number[] {
  return kolommen.map(({ kop }, at) => Math.max(kop.length, ...rijen.map((rij) => (rij[at] ?? '').length)));
}
