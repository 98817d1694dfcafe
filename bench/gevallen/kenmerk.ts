const BEGIN = 'zq';
const CIJFERS = 10;
const LENGTE = BEGIN.length + CIJFERS;

/** What stands in prepared bytes where a request has its own kenmerk. */
export const PLAATSHOUDER = BEGIN + '0'.repeat(CIJFERS);

/**
 * The mark of one request. It is a variable of the operation and a part of every id that follows from it, so that no
 * two requests ask a subgraph the same thing, and bytes with one kenmerk become those of another by replacing it.
 */
export function kenmerk(nummer: number): string {
  return BEGIN + String(nummer).padStart(CIJFERS, '0');
}

/** The first kenmerk in a text; `undefined` when there is none. */
export function vindKenmerk(tekst: string): string | undefined {
  const begin = tekst.indexOf(BEGIN);
  if (begin < 0) return undefined;
  const gevonden = tekst.slice(begin, begin + LENGTE);
  return /^zq\d{10}$/.test(gevonden) ? gevonden : undefined;
}

/** The number at the end of an id, which decides the data of what it names. */
export function volgnummer(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** The part of an id before its own letters and number. */
export function kenmerkVan(id: string): string {
  return id.slice(0, LENGTE);
}
