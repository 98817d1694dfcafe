import { basisOpOrde, type Vergelijking } from './basis-op-orde.ts';
import { alsAantal, alsCel, alsDag, alsEuro } from './getallen.ts';
import { type Kolom, tabel } from './tabel.ts';
import { toonDossiers } from './toon-dossiers.ts';

type Antwoord = ReturnType<typeof basisOpOrde.parse>['gemeente'];

/** The answer to PHO-001 as tables: budgets, kengetallen WWB per month, and what the dossiers give beside them. */
export function toonBasisOpOrde(data: unknown): string {
  const { gemeente } = basisOpOrde.parse(data);
  const { naam, begrotingen, maanden } = gemeente;
  return [
    `  Gemeente ${naam}`,
    ...begrotingen.flatMap(toonBegroting),
    '',
    toonMaanden(maanden),
    '',
    ...toonDossiers(gemeente),
  ].join('\n');
}

function toonBegroting({ jaar, regels }: Antwoord['begrotingen'][number]): string[] {
  const druk = regels.map(({ onderdeel, budget, uitgave, prognose }) => [
    onderdeel,
    budget.fase?.toLowerCase() ?? '',
    ...[budget.bedrag, uitgave.bedrag, prognose.rest].map((cijfer) => alsCel(cijfer, alsEuro)),
  ]);
  const herberekend = regels.map(({ onderdeel, resterend, prognose }) => [
    onderdeel,
    ...cellen(resterend, alsEuro),
    ...cellen(prognose.resultaat, alsEuro),
  ]);
  const dagen = [...new Set(regels.map(({ uitgave }) => alsDag(uitgave.totEnMet)))];
  return [
    '',
    `  Begroting ${jaar}, besteed tot en met ${dagen.join(', ')} (€)`,
    '',
    tabel([{ kop: 'Onderdeel' }, { kop: 'Fase' }, ...getallen('Begroot', 'Besteed', 'Prognose rest')], druk),
    '',
    tabel(
      [
        { kop: 'Onderdeel' },
        ...getallen('Resterend', 'berekend', 'verschil'),
        ...getallen('Prognose resultaat', 'berekend', 'verschil'),
      ],
      herberekend,
    ),
  ];
}

/** The months side by side, as the document has them, with what was recomputed under what was printed. */
function toonMaanden(maanden: Antwoord['maanden']): string {
  const rij = (kop: string, lees: (wwb: Antwoord['maanden'][number]['wwb']) => string): string[] => [
    kop,
    ...maanden.map(({ wwb }) => lees(wwb)),
  ];
  const vergeleken = (kop: string, naam: 'correctie' | 'eindstand'): string[][] => [
    rij(kop, (wwb) => alsCel(wwb[naam].gedrukt, alsAantal)),
    rij('  berekend', (wwb) => alsCel(wwb[naam].berekend, alsAantal)),
    rij('  verschil', (wwb) => alsCel(wwb[naam].verschil, alsAantal)),
  ];
  const enkel = (
    kop: string,
    naam: 'beginstand' | 'instroom' | 'uitstroom' | 'voorschotten' | 'blokkades',
  ): string[] => rij(kop, (wwb) => alsCel(wwb[naam], alsAantal));
  return tabel(
    [{ kop: 'Kengetallen WWB' }, ...getallen(...maanden.map(({ maand }) => maand))],
    [
      enkel('Beginstand', 'beginstand'),
      ...vergeleken('Correctie', 'correctie'),
      enkel('Instroom', 'instroom'),
      enkel('Uitstroom', 'uitstroom'),
      ...vergeleken('Eindstand', 'eindstand'),
      enkel('Voorschotten', 'voorschotten'),
      enkel('Blokkades', 'blokkades'),
    ],
  );
}

function cellen(
  { gedrukt, berekend, verschil }: Vergelijking,
  schrijf: (waarde: number) => string,
): string[] {
  return [gedrukt, berekend, verschil].map((cijfer) => alsCel(cijfer, schrijf));
}

function getallen(...koppen: readonly string[]): Kolom[] {
  return koppen.map((kop) => ({ kop, getal: true }));
}
