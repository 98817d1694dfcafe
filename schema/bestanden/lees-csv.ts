import { CsvError, type Info, parse } from 'csv-parse/sync';
import { bestandFout } from './bestand-fout.ts';
import { leesBestand } from './lees-bestand.ts';

/** One line of a CSV file: its columns by name, and where it stands. */
export interface CsvRegel {
  readonly record: Readonly<Record<string, string>>;
  readonly info: Info;
}

/**
 * The lines of a CSV file whose first line names exactly these columns.
 * @param map the folder that `bestand` stands in
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason when it cannot be read or is no such CSV
 */
export function leesCsv(
  map: URL | string,
  bestand: string,
  kolommen: readonly string[],
): readonly CsvRegel[] {
  const text = leesBestand(map, bestand);
  try {
    return parse(text, {
      columns: (header: string[]) => {
        if (header.join() !== kolommen.join())
          throw bestandFout(bestand, [{ regel: 1, reden: `the columns must be ${kolommen.join(',')}` }]);
        return [...kolommen];
      },
      info: true,
      bom: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // csv-parse quotes the cell in its message; its code says enough.
    throw bestandFout(bestand, [{ regel: Number(error['lines']), reden: `not valid CSV (${error.code})` }]);
  }
}
