import { z } from 'zod';
import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { leesCsv } from '../bestanden/lees-csv.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { laadGegevensgroepen } from './laad-gegevensgroepen.ts';

/** Where the arguments are listed, from the folder `schema/`. */
export const ARGUMENTEN = 'beleid/argumenten.csv';

/**
 * What an argument is to a decision.
 *
 * - `bladzijde`: which page of a list
 * - `organisatie`: the code of an organisation or gemeente, which the asker must be able to act for
 * - `klant`: the key of a klant; another's is absent, as one that does not exist is
 * - `sleutel`: the key of another row, likewise
 * - `filter`: chooses or orders rows by a field, so that it needs the data group of that field
 * - `inhoud`: says what is asked or what is written, and nothing about rows
 */
export const ARGUMENTSOORTEN = ['bladzijde', 'organisatie', 'klant', 'sleutel', 'filter', 'inhoud'] as const;

const argument = z
  .strictObject({
    regel: z.int().min(1),
    /** `Type.veld(naam)` of an object type, or `Input.veld`. */
    argument: z.string().regex(/^[A-Z]\w*\.\w+(\(\w+\))?$/),
    soort: z.enum(ARGUMENTSOORTEN),
    /** Only of a filter: the data group of the field that it chooses by. */
    gegevensgroep: z.string().min(1).optional(),
    toelichting: z.string().min(1),
  })
  .readonly();

/** One line of `argumenten.csv`. */
export type Argument = z.infer<typeof argument>;

/** The arguments by name: `Type.veld(naam)` or `Input.veld`. */
export type Argumenten = ReadonlyMap<string, Argument>;

/**
 * What every argument of the graph is to a decision. The world is closed: an argument that is not listed is refused.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault
 */
export function laadArgumenten(map: URL | string = SCHEMA_MAP): Argumenten {
  const groepen = new Set(laadGegevensgroepen(map).map(({ code }) => code));
  const gebreken: Bestandsgebrek[] = [];
  const argumenten = new Map<string, Argument>();
  const kolommen = ['argument', 'soort', 'gegevensgroep', 'toelichting'];
  for (const { record, info } of leesCsv(map, ARGUMENTEN, kolommen)) {
    const gebrek = (reden: string): number => gebreken.push({ regel: info.lines, reden });
    const { gegevensgroep, ...rest } = record;
    const parsed = argument.safeParse({
      ...rest,
      regel: info.lines,
      ...(gegevensgroep !== '' && { gegevensgroep }),
    });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) gebrek(`${path.join('.')}: ${message}`);
      continue;
    }
    const { data } = parsed;
    const eerder = argumenten.get(data.argument);
    if (eerder !== undefined) gebrek(`is listed on line ${eerder.regel} as well`);
    if ((data.soort === 'filter') !== (data.gegevensgroep !== undefined))
      gebrek('a filter names the data group of its field, and nothing else does');
    if (data.gegevensgroep !== undefined && !groepen.has(data.gegevensgroep)) gebrek('unknown gegevensgroep');
    argumenten.set(data.argument, data);
  }
  if (gebreken.length > 0) throw bestandFout(ARGUMENTEN, gebreken);
  return argumenten;
}
