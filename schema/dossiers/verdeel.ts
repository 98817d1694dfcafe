import type { Toeval } from './toeval.ts';

/**
 * A whole number over weights, by the largest remainder: the parts add up to the number. Weights that do not add up to
 * one hundred (a printed table may add up to 101) are taken as proportions.
 */
export function verdeel(aantal: number, gewichten: readonly number[]): readonly number[] {
  const som = gewichten.reduce((een, ander) => een + ander, 0);
  const delen = gewichten.map((gewicht) => (aantal * gewicht) / som);
  const heel = delen.map(Math.floor);
  const over = aantal - heel.reduce((een, ander) => een + ander, 0);
  const volgorde = delen
    .map((deel, at) => ({ rest: deel - Math.floor(deel), at }))
    .toSorted((een, ander) => ander.rest - een.rest || een.at - ander.at)
    .slice(0, over);
  for (const { at } of volgorde) heel[at] = (heel[at] ?? 0) + 1;
  return heel;
}

/** So many of each value as the counts say, in an order by chance. */
export function lot<T>(toeval: Toeval, waarden: readonly T[], aantallen: readonly number[]): T[] {
  return toeval.schud(waarden.flatMap((waarde, at) => Array<T>(aantallen[at] ?? 0).fill(waarde)));
}

/** The next of a list that must not run out. */
export function neem<T>(lijst: T[]): T {
  const volgende = lijst.pop();
  if (volgende === undefined) throw new RangeError('the plan of the dossiers asks for more than there is');
  return volgende;
}
