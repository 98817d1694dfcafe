import { CsvError, type Info, parse } from 'csv-parse/sync';
import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { leesBestand } from '../bestanden/lees-bestand.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { type Gegevensgroep, laadGegevensgroepen } from './laad-gegevensgroepen.ts';
import { laadVerwerkingsregister } from './laad-verwerkingsregister.ts';
import { ALLE, type MatrixRegel, matrixRegel } from './matrix-regel.ts';

const BESTAND = 'beleid/matrix.csv';
const KOLOMMEN = [
  'rol',
  'organisatiesoort',
  'verwerkingsactiviteit',
  'gegevensgroep',
  'taak',
  'rijen',
  'voorwaarde',
  'grondslag',
];

/**
 * The authorisation matrix, line by line. The world is closed: what no line grants is refused, so a line
 * that cannot be understood stops the load instead of being skipped.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault: an unknown role, kind, purpose,
 *   group, task or kind of rows; the same grant twice; a grant of personal data without purpose, task or rows, or to
 *   bestuur; a task that bounds no rows.
 */
export function laadMatrix(map: URL | string = SCHEMA_MAP): readonly MatrixRegel[] {
  const groepen = new Map(laadGegevensgroepen(map).map((groep) => [groep.code, groep]));
  const doelen = new Set(laadVerwerkingsregister(map).map(({ code }) => code));
  const gebreken: Bestandsgebrek[] = [];
  const regels: MatrixRegel[] = [];
  const eerder = new Map<string, number>();
  for (const { record, info } of leesCsv(map)) {
    const gevuld = Object.entries(record).filter(([, waarde]) => waarde !== '');
    const parsed = matrixRegel.safeParse({ ...Object.fromEntries(gevuld), regel: info.lines });
    if (!parsed.success) {
      gebreken.push(
        ...parsed.error.issues.map((issue) => ({
          regel: info.lines,
          reden: `${issue.path.join('.')}: ${issue.message}`,
        })),
      );
      continue;
    }
    const regel = parsed.data;
    const nummer = regel.regel;
    const sleutel = JSON.stringify({ ...regel, regel: undefined, grondslag: undefined });
    const eerste = eerder.get(sleutel);
    if (eerste !== undefined) gebreken.push({ regel: nummer, reden: `grants the same as line ${eerste}` });
    eerder.set(sleutel, nummer);
    gebreken.push(...gebrekenVan(regel, groepen, doelen));
    regels.push(regel);
  }
  if (gebreken.length > 0) throw bestandFout(BESTAND, gebreken);
  return Object.freeze(regels);
}

function gebrekenVan(
  regel: MatrixRegel,
  groepen: ReadonlyMap<string, Gegevensgroep>,
  doelen: ReadonlySet<string>,
): readonly Bestandsgebrek[] {
  const redenen: string[] = [];
  if (regel.verwerkingsactiviteit !== ALLE && !doelen.has(regel.verwerkingsactiviteit))
    redenen.push('unknown verwerkingsactiviteit');
  const groep = groepen.get(regel.gegevensgroep);
  if (groep === undefined) redenen.push('unknown gegevensgroep');
  if (groep?.persoonsgegevens === true) {
    if ([regel.rol, regel.organisatiesoort, regel.verwerkingsactiviteit].includes(ALLE)) {
      redenen.push('personal data are granted to a named role, kind and purpose, never to *');
    }
    if (regel.taak === undefined)
      redenen.push('a grant of personal data names the taak that bounds its rows');
    if (regel.rijen === undefined) redenen.push('a grant of personal data names the rijen it reaches');
    if (regel.rol === 'portefeuillehouder' || regel.organisatiesoort === 'RAAD')
      redenen.push('bestuur reaches aggregates only');
  }
  if (regel.taak !== undefined && regel.rijen === undefined)
    redenen.push('a taak without rijen bounds nothing');
  return redenen.map((reden) => ({ regel: regel.regel, reden }));
}

interface CsvRegel {
  readonly record: Readonly<Record<string, string>>;
  readonly info: Info;
}

function leesCsv(map: URL | string): readonly CsvRegel[] {
  const text = leesBestand(map, BESTAND);
  try {
    return parse(text, {
      columns: (header: string[]) => controleerKoppen(header),
      info: true,
      bom: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // csv-parse quotes the cell in its message; its code says enough.
    throw bestandFout(BESTAND, [{ regel: Number(error['lines']), reden: `not valid CSV (${error.code})` }]);
  }
}

function controleerKoppen(header: readonly string[]): string[] {
  if (header.join() !== KOLOMMEN.join())
    throw bestandFout(BESTAND, [{ regel: 1, reden: `the columns must be ${KOLOMMEN.join(',')}` }]);
  return KOLOMMEN;
}
