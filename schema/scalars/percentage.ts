import { strikteScalar } from './strikte-scalar.ts';

const TIENDUIZENDSTEN = 10_000;

/** A percentage as a number of percents (97.5 is 97,5 %) with at most four decimals. */
export const percentage = strikteScalar<number, number>({
  naam: 'Percentage',
  omschrijving: 'Een percentage als getal: 97.5 is 97,5 procent. Hooguit vier decimalen.',
  vorm: 'een getal met hooguit vier decimalen',
  literaal: 'getal',
  lees: percents,
  schrijf: percents,
});

function percents(waarde: unknown): number | undefined {
  if (typeof waarde !== 'number') return undefined;
  const schaal = Math.round(waarde * TIENDUIZENDSTEN);
  return Number.isSafeInteger(schaal) && schaal / TIENDUIZENDSTEN === waarde ? waarde + 0 : undefined;
}
