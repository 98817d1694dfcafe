import { expect, test } from 'vitest';
import { toonUitkomst } from '../../../start/demo/toon-uitkomst.ts';

test('an answer in which nothing was found says so in words', () => {
  expect(toonUitkomst({ data: { klant: null }, errors: [] })).toMatch(/^ {2}Geen gegevens/);
});

test('a refusal names each data group once with its reason, and shows no table', () => {
  const extensions = {
    code: 'NIET_GEAUTORISEERD',
    geweigerd: [
      { gegevensgroep: 'klant.dossier', reden: 'GEEN_RECHT' },
      { gegevensgroep: 'klant.dossier', reden: 'GEEN_RECHT' },
      { gegevensgroep: 'traject', reden: 'GEEN_DOEL' },
    ],
  };
  expect(toonUitkomst({ data: null, errors: [{ message: 'Nee.', extensions }] })).toBe(
    [
      '  NIET_GEAUTORISEERD: Nee.',
      '  Geweigerd: klant.dossier (GEEN_RECHT)',
      '  Geweigerd: traject (GEEN_DOEL)',
    ].join('\n'),
  );
});

test('a source that is away takes nothing from the rest, and is named with its place', () => {
  const errors = [{ message: 'Weg.', path: ['klant', 'trajecten'], extensions: { code: 'BRON_WEG' } }];
  const tekst = toonUitkomst({ data: { klant: null }, errors });
  expect(tekst).toContain('klant  -');
  expect(tekst).toContain('  BRON_WEG: Weg. (klant.trajecten)');
});
