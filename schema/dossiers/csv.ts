import { type Rijen, TABELLEN, type Tabelnaam } from './tabellen.ts';

const KOP = [
  '# Verzonnen dossiers: elke gelijkenis met bestaande mensen of bedrijven berust op toeval.',
  '# Gemaakt door npm run dossiers; niet met de hand wijzigen.',
];

/** The text of the file of a table: two lines of comment, the heading and the rows. Text with a comma is quoted. */
export function alsCsv(tabel: Tabelnaam, rijen: Rijen): string {
  const { kolommen } = TABELLEN[tabel];
  const regels = rijen[tabel].map((rij) => {
    const waarden: Readonly<Record<string, unknown>> = rij;
    return kolommen.map((kolom) => cel(waarden[kolom])).join(',');
  });
  return [...KOP, kolommen.join(','), ...regels, ''].join('\n');
}

function cel(waarde: unknown): string {
  if (waarde === null) return '';
  if (waarde === undefined) throw new RangeError('a row of the dossiers lacks a column');
  const tekst = String(waarde);
  return /[",\n#]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
}
