import type { Belasting, Opdracht } from '../load/belasting.ts';
import { type Proces, vraag } from '../processen/start-proces.ts';

/** No load makes as many requests as this: the kenmerken of two loads never meet. */
const RUIMTE = 5_000_000;
let volgende = 1;

/** Has the load process ask as much as it can, each request with a kenmerk of its own. */
export function belast(load: Proces, opdracht: Omit<Opdracht, 'vanaf'>): Promise<Belasting> {
  return vraag<Belasting>(load, { ...opdracht, vanaf: nieuweReeks() } satisfies Opdracht);
}

/** The first of a row of numbers for kenmerken that nobody else takes. */
export function nieuweReeks(): number {
  const vanaf = volgende;
  volgende += RUIMTE;
  return vanaf;
}
