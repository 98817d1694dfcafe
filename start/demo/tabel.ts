/** A column of a table: its head, and whether its cells are numbers. */
export interface Kolom {
  readonly kop: string;
  readonly getal?: boolean;
}

/** A table for a terminal: words to the left, numbers to the right, two spaces in front. No line ends in a space. */
export function tabel(kolommen: readonly Kolom[], rijen: readonly (readonly string[])[]): string {
  const koppen = kolommen.map(({ kop }) => kop);
  const breedtes = kolommen.map(({ kop }, at) =>
    Math.max(kop.length, ...rijen.map((rij) => (rij[at] ?? '').length)),
  );
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
