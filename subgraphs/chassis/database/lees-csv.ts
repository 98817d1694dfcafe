import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Bronbestand } from './bronbestand.ts';

/** One valid line, ready for the database. */
export type Regel = Readonly<Record<string, unknown>>;

/**
 * Reads a CSV file: a heading with the column names, lines that begin with `#` are comment.
 * Throws BESTAND_ONGELDIG that names file, line and reason at the first fault; it never quotes a value.
 */
export function leesCsv({ bestand, regel }: Bronbestand, tekst: string): readonly Regel[] {
  const kolommen = Object.keys(regel.shape);
  return leesRegels(bestand, kolommen, tekst).map(({ record, info }) => {
    const gelezen = regel.safeParse(record);
    if (!gelezen.success) {
      const reden = gelezen.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
      throw ongeldig(bestand, info.lines, `not valid: ${reden}`);
    }
    return gelezen.data;
  });
}

function leesRegels(
  bestand: string,
  kolommen: readonly string[],
  tekst: string,
): { record: unknown; info: Info }[] {
  try {
    return parse(tekst, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      columns: (kop: string[]) => {
        if (kop.join() !== kolommen.join())
          throw ongeldig(bestand, 1, `the heading must be ${kolommen.join()}`);
        return kop;
      },
    }) as unknown as { record: unknown; info: Info }[];
  } catch (fout) {
    if (fout instanceof KetenFout) throw fout;
    const { code, lines } = fout as CsvError & { lines?: number };
    throw ongeldig(bestand, lines ?? 0, code);
  }
}

function ongeldig(bestand: string, regel: number, reden: string): KetenFout {
  return new KetenFout('BESTAND_ONGELDIG', `${bestand} line ${regel}: ${reden}`, { bestand, regel });
}
