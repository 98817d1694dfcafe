import { BEROEPEN } from './beroepen.ts';
import type { Bouw, Persoon } from './bouw.ts';
import type { Toeval } from './toeval.ts';

/** The digits of postcodes in each gemeente; the letters are made up. */
const POSTCODES: Readonly<Record<string, readonly string[]>> = {
  GM0394: ['2131', '2132', '2135', '2151', '2153', '2165'],
  GM1916: ['2261', '2264', '2265', '2271', '2273', '2275'],
  GM0626: ['2251', '2252', '2253', '2254'],
  GM0629: ['2241', '2242', '2243', '2244'],
};
const UREN = [
  [16, 24],
  [20, 32],
  [24, 36],
  [32, 40],
] as const;
const LETTERS = 'ABCDEGHJKLMNPRTVWXZ';

/** Writes the profiel with which work is sought for somebody. */
export function schrijfProfiel(bouw: Bouw, toeval: Toeval, { id, gemeente }: Persoon): void {
  const [uren_min, uren_max] = toeval.kies(UREN);
  bouw.voegToe('profiel', {
    klant_id: id,
    postcode: `${toeval.kies(POSTCODES[gemeente] ?? ['1000'])}${toeval.kies([...LETTERS])}${toeval.kies([...LETTERS])}`,
    reisafstand: toeval.kies([5, 10, 15, 25]),
    uren_min,
    uren_max,
    verantwoordelijke: gemeente,
  });
  const beroepen = toeval
    .schud(BEROEPEN)
    .slice(0, 1 + toeval.geheel(2))
    .map(({ code }) => code)
    .toSorted();
  for (const beroep_code of beroepen)
    bouw.voegToe('profiel_beroep', { klant_id: id, beroep_code, verantwoordelijke: gemeente });
}
