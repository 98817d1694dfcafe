import { expect, test } from 'vitest';
import { toonDrieGemeenten } from '../../../start/demo/toon-drie-gemeenten.ts';

const cijfer = (waarde: number | null, toestand = 'WAARDE') => ({
  waarde,
  toestand,
  noemer: 'uitkeringen',
  bronsoort: 'SYNTHETISCH',
});
const maanden = [
  {
    maand: '2012-01',
    bekendNu: {
      beginstand: cijfer(1961),
      instroom: cijfer(40),
      uitstroom: cijfer(25),
      administratief: cijfer(0),
      eindstand: cijfer(null, 'AFWEZIG'),
    },
  },
];
const deelnemer = { code: 'GM0629', naam: 'Wassenaar', arbeidsmarktregio: null, begrotingen: [], maanden };

test('every line with a generated figure says SYNTHETISCH, and a budget that is not there is shown as absent', () => {
  const regels = toonDrieGemeenten({
    samenwerkingsverband: {
      code: 'LVW',
      naam: 'Drie gemeenten',
      penvoerder: { code: 'GM1916' },
      maanden,
      deelnemers: [deelnemer],
    },
  }).split('\n');
  const metCijfer = regels.filter((regel) => regel.includes('1961'));
  expect(metCijfer).toHaveLength(2);
  for (const regel of metCijfer) expect(regel).toMatch(/2012-01 +1961 +40 +25 +0 +afwezig +SYNTHETISCH/);
  expect(regels).toContain('  Gemeente Wassenaar: stand in uitkeringen, zoals nu bekend');
  expect(regels).toContain('  Begroting 2012 en 2013: afwezig. Geen bron geeft er een.');
});
