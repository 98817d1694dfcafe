import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { type CsvRegel, leesCsv } from '../bestanden/lees-csv.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { gebrekenVanRegel } from './gebreken-van-regel.ts';
import { laadGegevensgroepen } from './laad-gegevensgroepen.ts';
import { laadVerwerkingsregister } from './laad-verwerkingsregister.ts';
import { type MatrixRegel, matrixRegel } from './matrix-regel.ts';

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
 * The authorisation matrix, line by line; a line of the file that names several kinds of rows, with spaces between,
 * gives one for each, with the same line number. The world is closed: what no line grants is refused, so a line that
 * cannot be understood stops the load instead of being skipped.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault: an unknown role, kind, purpose, group,
 *   task, condition or kind of rows; a grant twice; one that the register does not list; personal data without purpose,
 *   task or rows, to bestuur, or to a kind of organisation that may not have the group; rows that do not fit the asker.
 */
export function laadMatrix(map: URL | string = SCHEMA_MAP): readonly MatrixRegel[] {
  const groepen = new Map(laadGegevensgroepen(map).map((groep) => [groep.code, groep]));
  const register = new Map(laadVerwerkingsregister(map).map((each) => [each.code, each]));
  const gebreken: Bestandsgebrek[] = [];
  const regels: MatrixRegel[] = [];
  const eerder = new Map<string, number>();
  for (const { record, info } of leesCsv(map, BESTAND, KOLOMMEN).flatMap(perRijen)) {
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
    const sleutel = JSON.stringify({ ...regel, regel: undefined, grondslag: undefined });
    const eerste = eerder.get(sleutel);
    if (eerste !== undefined)
      gebreken.push({ regel: info.lines, reden: `grants the same as line ${eerste}` });
    eerder.set(sleutel, info.lines);
    gebreken.push(
      ...gebrekenVanRegel(regel, groepen, register).map((reden) => ({ regel: info.lines, reden })),
    );
    regels.push(regel);
  }
  if (gebreken.length > 0) throw bestandFout(BESTAND, gebreken);
  return Object.freeze(regels);
}

function perRijen({ record, info }: CsvRegel): readonly CsvRegel[] {
  return (record['rijen'] ?? '').split(' ').map((rijen) => ({ record: { ...record, rijen }, info }));
}
