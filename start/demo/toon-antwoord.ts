import { metEuros } from './met-euros.ts';
import { tabel, tabelOpBreedte } from './tabel.ts';

type Velden = Readonly<Record<string, unknown>>;

/** A list found in an answer: where it stands, the rows in it (a row knows of whom it is), and where there is more. */
interface Lijst {
  readonly plek: string;
  readonly rijen: Map<string, string>[];
  readonly meer: string[];
}

/** The rows of one list, and the cursor after which there is more. */
interface Gelezen {
  readonly rijen: readonly unknown[];
  readonly cursor: string | null;
}

/**
 * Any answer for a reader: what is single as name and value, each list as a table. A figure is one cell, with its
 * state when it has no value and its origin when it is not printed; a herkomst is one cell too.
 * @param document the text of what was asked: by it amounts of money are known, and shown in euros
 */
export function toonAntwoord(antwoord: unknown, document?: string): string {
  const data = document === undefined ? antwoord : metEuros(antwoord, document);
  if (!isObject(data)) return '  (geen antwoord)';
  const lijsten = new Map<string, Lijst>();
  const enkel = new Map<string, string>();
  vlak(data, '', '', lijsten, enkel);
  return [
    ...(enkel.size > 0 ? [tabel([{ kop: 'Veld' }, { kop: 'Waarde' }], [...enkel])] : []),
    ...[...lijsten.values()].flatMap(toonLijst),
  ].join('\n\n');
}

function toonLijst({ plek, rijen, meer }: Lijst): string[] {
  const kolommen = kolommenVan(rijen);
  const inhoud =
    rijen.length === 0
      ? '  (geen)'
      : tabelOpBreedte(
          kolommen.map((kop) => ({ kop, getal: isGetallen(rijen.map((rij) => rij.get(kop) ?? '-')) })),
          rijen.map((rij) => kolommen.map((kolom) => rij.get(kolom) ?? '-')),
        );
  return [[`  ${plek} (${rijen.length})`, '', inhoud, ...meer].join('\n')];
}

/** The columns of a list; what is absent in one row and an object in another has the columns of the object only. */
function kolommenVan(rijen: readonly ReadonlyMap<string, string>[]): readonly string[] {
  const namen = [...new Set(rijen.flatMap((rij) => [...rij.keys()]))];
  return namen.filter((naam) => !namen.some((ander) => ander.startsWith(`${naam}.`)));
}

/** Puts the single values of an object in `enkel` by their path; its lists go to `lijsten`, all of one path to one list. */
function vlak(
  object: Velden,
  pad: string,
  plek: string,
  lijsten: Map<string, Lijst>,
  enkel: Map<string, string>,
): void {
  for (const [veld, waarde] of Object.entries(object)) {
    if (veld === 'cursor') continue;
    const naam = pad === '' ? veld : `${pad}.${veld}`;
    const cel = alsCel(waarde);
    const lijst = alsLijst(waarde);
    if (cel !== undefined) enkel.set(naam, cel);
    else if (lijst !== undefined) voegToe(lijsten, [plek, naam].filter(Boolean).join(' › '), lijst, enkel);
    else if (isObject(waarde)) vlak(waarde, naam, plek, lijsten, enkel);
  }
}

/** Adds the rows of a list. In a list of its own, a row begins with the first value of the row that it belongs to. */
function voegToe(
  lijsten: Map<string, Lijst>,
  plek: string,
  { rijen, cursor }: Gelezen,
  ouder: ReadonlyMap<string, string>,
): void {
  const lijst = lijsten.get(plek) ?? { plek, rijen: [], meer: [] };
  lijsten.set(plek, lijst);
  const [van] = plek.includes(' › ') ? ouder : [];
  for (const rij of rijen) {
    const cellen = new Map(van === undefined ? [] : [[`van ${van[0]}`, van[1]]]);
    if (isObject(rij)) vlak(rij, '', plek, lijsten, cellen);
    else cellen.set('waarde', String(rij));
    lijst.rijen.push(cellen);
  }
  if (cursor !== null)
    lijst.meer.push(`  Er is meer${van === undefined ? '' : ` van ${van[1]}`}, na cursor ${cursor}`);
}

/** A list, or the nodes of a connection with the cursor after which there is more. */
function alsLijst(waarde: unknown): Gelezen | undefined {
  if (Array.isArray(waarde)) return { rijen: waarde, cursor: null };
  if (!isObject(waarde) || !Array.isArray(waarde['edges'])) return undefined;
  const { hasNextPage, endCursor } = (waarde['pageInfo'] ?? {}) as Velden;
  return {
    rijen: waarde['edges'].map((edge: Velden) => edge['node']),
    cursor: hasNextPage === true ? String(endCursor) : null,
  };
}

/** What fits in one cell: a single value, a figure, a herkomst. */
function alsCel(waarde: unknown): string | undefined {
  if (waarde === null || waarde === undefined) return '-';
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (typeof waarde !== 'object') return String(waarde);
  if (!isObject(waarde)) return undefined;
  if ('toestand' in waarde) return alsCijfer(waarde);
  if ('bron' in waarde && 'bronsoort' in waarde)
    return `${String(waarde['bron'])}, ${String(waarde['bronsoort'])}, ${String(waarde['peildatum'])}`;
  return undefined;
}

function alsCijfer({ waarde, toestand, bronsoort }: Velden): string {
  const tekst = waarde === null || waarde === undefined ? String(toestand) : String(waarde);
  return bronsoort === 'GEDRUKT' ? tekst : `${tekst} ${String(bronsoort)}`;
}

function isGetallen(cellen: readonly string[]): boolean {
  const gevuld = cellen.filter((cel) => cel !== '-');
  return gevuld.length > 0 && gevuld.every((cel) => /^(€ )?-?[\d.]+(,\d+)?( [A-Z]+)?$/.test(cel));
}

function isObject(waarde: unknown): waarde is Velden {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
