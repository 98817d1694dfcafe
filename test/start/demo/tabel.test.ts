import { expect, test } from 'vitest';
import { alsAantal, alsBedrag, alsDag, alsEuro } from '../../../start/demo/getallen.ts';
import { tabel } from '../../../start/demo/tabel.ts';

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

test('numbers and days are written the Dutch way', () => {
  expect(alsEuro(2_274_220_000)).toBe('22.742.200');
  expect(alsEuro(-50)).toBe('-0,50');
  expect(alsBedrag(125_000)).toBe('1.250,00');
  expect(alsAantal(1316)).toBe('1316');
  expect(alsDag('2013-03-31')).toBe('31 maart 2013');
});
