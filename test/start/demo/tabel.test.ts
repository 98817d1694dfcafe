import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alsAantal, alsBedrag, alsDag, alsEuro } from '../../../start/demo/getallen.ts';
import { tabel, tabelOpBreedte } from '../../../start/demo/tabel.ts';

test('words stand to the left, numbers to the right, and no line ends in a space', () => {
  expect(
    tabel(
      [{ kop: 'Wat' }, { kop: 'Aantal', getal: true }, { kop: 'Noot' }],
      [
        ['appels', '5', ''],
        ['peer', '1.200', 'geel'],
      ],
    ),
  ).toBe(
    ['  Wat     Aantal  Noot', '  ──────  ──────  ────', '  appels       5', '  peer     1.200  geel'].join(
      '\n',
    ),
  );
});

test('columns that do not fit stand in a table below, with the first column again', () => {
  const kolommen = [{ kop: 'Wie' }, { kop: 'Wat' }, { kop: 'Hoeveel', getal: true }];
  expect(tabelOpBreedte(kolommen, [['ik', 'appels', '5']], 20)).toBe(
    [
      '  Wie  Wat',
      '  ───  ──────',
      '  ik   appels',
      '',
      '  Wie  Hoeveel',
      '  ───  ───────',
      '  ik         5',
    ].join('\n'),
  );
});

test('a table below begins with the columns that tell the rows apart', () => {
  const kolommen = [{ kop: 'Jaar' }, { kop: 'Deel' }, { kop: 'Begroot' }, { kop: 'Besteed' }];
  const rijen = [
    ['2013', 'een', '1', '2'],
    ['2013', 'twee', '3', '4'],
  ];
  expect(tabelOpBreedte(kolommen, rijen, 28)).toMatch(/\n\n +Jaar +Deel +Besteed\n.*\n +2013 +een +2\n/);
  expect(tabelOpBreedte(kolommen, rijen, 22)).toMatch(/\n\n +Deel +Besteed\n.*\n +een +2\n/);
});

test('no table is wider than the width where two columns fit, and each cell is there once', () => {
  const woord = fc.stringMatching(/^[a-z]{1,30}$/);
  fc.assert(
    fc.property(
      fc.array(woord, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 70, max: 140 }),
      (rij, breedte) => {
        const genummerd = rij.map((cel, at) => `${cel}${at}.`);
        const tekst = tabelOpBreedte(
          genummerd.map((_, at) => ({ kop: `k${at}` })),
          [genummerd],
          breedte,
        );
        for (const regel of tekst.split('\n')) expect(regel.length).toBeLessThanOrEqual(breedte);
        const cellen = tekst.split(/\s+/);
        for (const cel of genummerd.slice(1))
          expect(cellen.filter((gezien) => gezien === cel)).toHaveLength(1);
      },
    ),
  );
});

test('numbers and days are written the Dutch way', () => {
  expect(alsEuro(2_274_220_000)).toBe('22.742.200');
  expect(alsEuro(-50)).toBe('-0,50');
  expect(alsBedrag(125_000)).toBe('1.250,00');
  expect(alsAantal(1316)).toBe('1316');
  expect(alsDag('2013-03-31')).toBe('31 maart 2013');
});
