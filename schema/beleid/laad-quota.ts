import { z } from 'zod';
import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { leesCsv } from '../bestanden/lees-csv.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { ORGANISATIESOORTEN } from '../codelijsten/organisatiesoorten.ts';
import { laadKetenpartners } from '../ketenpartners/laad-ketenpartners.ts';
import { laadOperaties } from '../operaties/laad-operaties.ts';
import { laadGegevensgroepen } from './laad-gegevensgroepen.ts';
import { ALLE } from './matrix-regel.ts';

const BESTAND = 'beleid/quota.csv';
const KOLOMMEN = [
  'organisatiesoort',
  'organisatie',
  'per',
  'vraag',
  'gegevensgroep',
  'aantal',
  'seconden',
  'toelichting',
];

/** In the column `vraag`: each trusted document counted apart, and all documents that are not trusted together. */
export const ELKE = 'elke';
export const VRIJ = 'vrij';

/** A week: the longest time over which is counted. */
const LANGSTE = 604_800;

const getal = (hoogste: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1')
    .transform(Number)
    .refine((waarde) => waarde <= hoogste, `must be at most ${hoogste}`);

const quotumRegel = z.strictObject({
  /** A kind of organisation, or `*`. */
  organisatiesoort: z.enum([ALLE, ...ORGANISATIESOORTEN]),
  /** One organisation by its code, or `*`. */
  organisatie: z.string().min(1),
  /** Who is counted: the organisation as a whole, or each of its users. */
  per: z.enum(['organisatie', 'betrokkene']),
  /** What is counted: `*` all questions together, one trusted document, `elke` of them apart, or `vrij`. */
  vraag: z.string().min(1),
  /** Only questions that were granted this data group. */
  gegevensgroep: z.string().transform((code) => (code === '' ? undefined : code)),
  /** How many. */
  aantal: getal(100_000_000),
  /** In how much time, in seconds. */
  seconden: getal(LANGSTE),
  toelichting: z.string().min(1),
});

/** A limit on how often may be asked. */
export type QuotumRegel = Readonly<z.infer<typeof quotumRegel>> & {
  /** The line of the file. */
  readonly regel: number;
};

/**
 * The limits on how often may be asked. Of limits on the same (`per`, `vraag`, `gegevensgroep`, `seconden`) the one that
 * names the organisation goes before the one that names its kind, and that before the one for all.
 * @param map the folder `schema/`
 * @throws KetenFout BESTAND_ONGELDIG with file, line and reason of every fault: an unknown kind, organisation, document or
 *   data group, a number that is none, or the same limit twice
 */
export function laadQuota(map: URL | string = SCHEMA_MAP): readonly QuotumRegel[] {
  const gebreken: Bestandsgebrek[] = [];
  const regels: QuotumRegel[] = [];
  const bekend = bekendeCodes(map);
  const eerder = new Map<string, number>();
  for (const { record, info } of leesCsv(map, BESTAND, KOLOMMEN)) {
    const regel = info.lines;
    const parsed = quotumRegel.safeParse(record);
    if (!parsed.success) {
      gebreken.push(
        ...parsed.error.issues.map(({ path, message }) => ({
          regel,
          reden: `${path.join('.')}: ${message}`,
        })),
      );
      continue;
    }
    const quotum = Object.freeze({ ...parsed.data, regel });
    gebreken.push(...gebrekenVan(quotum, bekend, eerder).map((reden) => ({ regel, reden })));
    eerder.set(watGeteld(quotum), regel);
    regels.push(quotum);
  }
  if (gebreken.length > 0) throw bestandFout(BESTAND, gebreken);
  return Object.freeze(regels);
}

interface Bekend {
  readonly organisaties: ReadonlyMap<string, { readonly soort: string }>;
  readonly vragen: ReadonlySet<string>;
  readonly groepen: ReadonlySet<string>;
}

function bekendeCodes(map: URL | string): Bekend {
  return {
    organisaties: laadKetenpartners(map).organisaties,
    vragen: new Set([ALLE, ELKE, VRIJ, ...laadOperaties(map).keys()]),
    groepen: new Set(laadGegevensgroepen(map).map(({ code }) => code)),
  };
}

function gebrekenVan(
  quotum: QuotumRegel,
  { organisaties, vragen, groepen }: Bekend,
  eerder: ReadonlyMap<string, number>,
): readonly string[] {
  const { organisatie, organisatiesoort, vraag, gegevensgroep } = quotum;
  const soort = organisaties.get(organisatie)?.soort;
  const eerste = eerder.get(watGeteld(quotum));
  return [
    ...(organisatie !== ALLE && soort === undefined ? ['organisatie: unknown'] : []),
    ...(soort !== undefined && organisatiesoort !== ALLE && organisatiesoort !== soort
      ? ['organisatie: is of another kind']
      : []),
    ...(vragen.has(vraag) ? [] : ['vraag: unknown']),
    ...(gegevensgroep === undefined || groepen.has(gegevensgroep) ? [] : ['gegevensgroep: unknown']),
    ...(eerste === undefined ? [] : [`limits the same as line ${eerste}`]),
  ];
}

function watGeteld({
  organisatiesoort,
  organisatie,
  per,
  vraag,
  gegevensgroep,
  seconden,
}: QuotumRegel): string {
  return JSON.stringify([organisatiesoort, organisatie, per, vraag, gegevensgroep, seconden]);
}
