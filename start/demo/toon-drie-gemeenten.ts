import type { z } from 'zod';
import { drieGemeenten, type stand } from './drie-gemeenten.ts';
import { alsAantal, alsCel } from './getallen.ts';
import { tabel } from './tabel.ts';

const KOLOMMEN = ['beginstand', 'instroom', 'uitstroom', 'administratief', 'eindstand'] as const;

interface Maand {
  readonly maand: string;
  readonly bekendNu: z.infer<typeof stand>;
}

/**
 * The answer to PHO-002 as tables: the gemeenten together, then each with its budgets. A figure from generated dossiers
 * says so in its own line.
 */
export function toonDrieGemeenten(data: unknown): string {
  const { naam, maanden, deelnemers } = drieGemeenten.parse(data).samenwerkingsverband;
  return [
    toonStanden(`${naam}, samen`, maanden),
    ...deelnemers.flatMap((deelnemer) => [
      toonStanden(`Gemeente ${deelnemer.naam}`, deelnemer.maanden),
      toonBegrotingen(deelnemer.begrotingen.map(({ jaar }) => jaar)),
    ]),
  ].join('\n\n');
}

function toonStanden(kop: string, maanden: readonly Maand[]): string {
  const rijen = maanden.map(({ maand, bekendNu }) => [
    maand,
    ...KOLOMMEN.map((naam) => alsCel(bekendNu[naam], alsAantal)),
    [...new Set(KOLOMMEN.map((naam) => bekendNu[naam].bronsoort))].join(', '),
  ]);
  const koppen = KOLOMMEN.map((naam) => ({ kop: hoofdletter(naam), getal: true }));
  const noemers = new Set(maanden.map(({ bekendNu }) => bekendNu.eindstand.noemer));
  return [
    `  ${kop}: stand in ${[...noemers].join(', ')}, zoals nu bekend`,
    '',
    tabel([{ kop: 'Maand' }, ...koppen, { kop: 'Bronsoort' }], rijen),
  ].join('\n');
}

function toonBegrotingen(jaren: readonly number[]): string {
  return jaren.length === 0
    ? '  Begroting 2012 en 2013: afwezig. Geen bron geeft er een.'
    : `  Begroting: ${jaren.join(', ')}`;
}

function hoofdletter(woord: string): string {
  return woord.charAt(0).toUpperCase() + woord.slice(1);
}
