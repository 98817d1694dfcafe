import { tabel } from './tabel.ts';

type Velden = Readonly<Record<string, unknown>>;

/** A list found in an answer, with where it stands and the rows in it; a row knows of whom it is. */
interface Lijst {
  readonly plek: string;
  readonly rijen: Map<string, string>[];
  readonly isMeer: string | null;
}

/**
 * Any answer for a reader: what is single as name and value, each list as a table. A figure is one cell, with its
 * state when it has no value and its origin when it is not printed; a herkomst is one cell too.
 */
export function toonAntwoord(data: unknown): string {
  if (!isObject(data)) return '  (geen antwoord)';
  const lijsten = new Map<string, Lijst>();
  const enkel = vlak(data, '', '', lijsten);
  return [
    ...(enkel.size > 0 ? [tabel([{ kop: 'Veld' }, { kop: 'Waarde' }], [...enkel])] : []),
    ...[...lijsten.values()].flatMap(toonLijst),
  ].join('\n\n');
}

function toonLijst({ plek, rijen, isMeer }: Lijst): string[] {
  const kolommen = [...new Set(rijen.flatMap((rij) => [...rij.keys()]))];
  const inhoud =
    rijen.length === 0
      ? '  (leeg)'
      : tabel(
          kolommen.map((kop) => ({ kop, getal: rijen.every((rij) => isGetal(rij.get(kop))) })),
          rijen.map((rij) => kolommen.map((kolom) => rij.get(kolom) ?? '')),
        );
  const meer = isMeer === null ? [] : [`  Er is meer, na cursor ${isMeer}`];
  return [[`  ${plek} (${rijen.length})`, '', inhoud, ...meer].join('\n')];
}

/** The single values of an object by their path; the lists in it go to `lijsten`, all of one path to one list. */
function vlak(object: Velden, pad: string, plek: string, lijsten: Map<string, Lijst>): Map<string, string> {
  const enkel = new Map<string, string>();
  const naam = (veld: string): string => (pad === '' ? veld : `${pad}.${veld}`);
  for (const [veld, waarde] of Object.entries(object)) {
    if (veld === 'cursor') continue;
    const cel = alsCel(waarde);
    const lijst = alsLijst(waarde);
    if (cel !== undefined) enkel.set(naam(veld), cel);
    else if (lijst !== undefined)
      voegToe(lijsten, [plek, naam(veld)].filter(Boolean).join(' › '), lijst, enkel);
    else if (isObject(waarde)) {
      for (const [dieper, tekst] of vlak(waarde, naam(veld), plek, lijsten)) enkel.set(dieper, tekst);
    }
  }
  return enkel;
}

/** Adds the rows of a list. In a list of its own, a row begins with the first value of the row that it belongs to. */
function voegToe(
  lijsten: Map<string, Lijst>,
  plek: string,
  { rijen, isMeer }: { readonly rijen: readonly unknown[]; readonly isMeer: string | null },
  ouder: ReadonlyMap<string, string>,
): void {
  const lijst = lijsten.get(plek) ?? { plek, rijen: [], isMeer };
  lijsten.set(plek, lijst);
  const [van] = plek.includes(' › ') ? ouder : [];
  for (const rij of rijen) {
    const cellen = isObject(rij) ? vlak(rij, '', plek, lijsten) : new Map([['waarde', String(rij)]]);
    lijst.rijen.push(new Map(van === undefined ? cellen : [[`van ${van[0]}`, van[1]], ...cellen]));
  }
}

/** A list, or the nodes of a connection with the cursor after which there is more. */
function alsLijst(
  waarde: unknown,
): { readonly rijen: readonly unknown[]; readonly isMeer: string | null } | undefined {
  if (Array.isArray(waarde)) return { rijen: waarde, isMeer: null };
  if (!isObject(waarde) || !Array.isArray(waarde['edges'])) return undefined;
  const { hasNextPage, endCursor } = (waarde['pageInfo'] ?? {}) as Velden;
  return {
    rijen: waarde['edges'].map((edge: Velden) => edge['node']),
    isMeer: hasNextPage === true ? String(endCursor) : null,
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

function isGetal(tekst: string | undefined): boolean {
  return tekst !== undefined && /^-?\d+([.,]\d+)?( [A-Z]+)?$/.test(tekst);
}

function isObject(waarde: unknown): waarde is Velden {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
