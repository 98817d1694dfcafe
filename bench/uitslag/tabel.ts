import type { Rij } from './rij.ts';

const NEDERLANDS = new Intl.NumberFormat('nl-NL', { maximumSignificantDigits: 3 });
const HELE = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** Three digits that say something; whole numbers from a hundred; a dash where nothing was measured. */
export function getal(waarde: number): string {
  if (Number.isNaN(waarde)) return '–';
  return Math.abs(waarde) >= 100 ? HELE.format(waarde) : NEDERLANDS.format(waarde);
}

const keer = (waarde: number): string => `${getal(waarde)} ×`;

const KOLOMMEN: readonly (readonly [string, (rij: Rij) => string])[] = [
  ['gateway', ({ titel }) => titel],
  ['versie', ({ versie }) => versie],
  ['verzoeken/s', ({ rps }) => getal(rps)],
  ['p50 ms', ({ p50 }) => getal(p50)],
  ['p95 ms', ({ p95 }) => getal(p95)],
  ['p99 ms', ({ p99 }) => getal(p99)],
  ['p50 alleen', ({ p50EenVerbinding }) => getal(p50EenVerbinding)],
  ['CPU ms/verzoek', ({ cpuMsPerVerzoek }) => getal(cpuMsPerVerzoek)],
  ['geheugen MB', ({ geheugenMb }) => getal(geheugenMb)],
  ['aanroepen', ({ subgraphCallsPerVerzoek }) => getal(subgraphCallsPerVerzoek)],
  ['wij sneller', ({ verhouding }) => keer(verhouding)],
  ['CPU tegen ons', ({ cpuVerhouding }) => keer(cpuVerhouding)],
  ['ander werk', ({ anderWerk }) => `${getal(Math.round(anderWerk * 100))} %`],
];

/** An aligned table of one case; the names to the left, the figures to the right. */
export function tabel(rijen: readonly Rij[]): string {
  const cellen = [KOLOMMEN.map(([kop]) => kop), ...rijen.map((rij) => KOLOMMEN.map(([, cel]) => cel(rij)))];
  const breedtes = KOLOMMEN.map((_, kolom) => Math.max(...cellen.map((regel) => regel[kolom]?.length ?? 0)));
  return cellen
    .map((regel) =>
      regel
        .map((cel, kolom) =>
          kolom < 2 ? cel.padEnd(breedtes[kolom] ?? 0) : cel.padStart(breedtes[kolom] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
