import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type GedruktDeel,
  programmaresultaten,
  type Telling,
  UITKOMSTEN,
} from '../../../subgraphs/trajecten/regels/programmaresultaat.ts';

const deel = (maat: string, promille: number, regel: number): GedruktDeel => ({
  programma: 'WERKSTROOM',
  maat,
  promille,
  document: '000',
  regel,
});
const tel = (uitkomst: string, aantal: number, programma = 'WERKSTROOM'): Telling => ({
  programma,
  uitkomst,
  aantal: BigInt(aantal),
});

/** Document 000, lines 114-117 and 292. */
const GEDRUKT = [
  deel('WERK', 420, 114),
  deel('PASSEND_TRAJECT', 90, 115),
  deel('ANDER_ADVIES', 320, 115),
  deel('GEEN_RECHT_OF_AFGEZIEN', 170, 117),
  deel('WERK_VAN_AANGEMELDEN', 375, 292),
];
const GETELD = [
  tel('', 112),
  tel('WERK', 42),
  tel('PASSEND_TRAJECT', 9),
  tel('ANDER_ADVIES', 32),
  tel('GEEN_RECHT_OF_AFGEZIEN', 17),
];

describe('the result of a programma', () => {
  test('has the printed parts with their lines beside those of the dossiers (000, lines 114-117)', () => {
    const uitkomsten = programmaresultaten(GEDRUKT, GETELD).get('WERKSTROOM')?.uitkomsten ?? [];
    expect(
      uitkomsten.map(({ uitkomst, aandeel: { gedrukt, dossiers } }) => [
        uitkomst,
        gedrukt.waarde,
        gedrukt.vindplaats?.regel,
        dossiers.waarde,
        dossiers.bronsoort,
      ]),
    ).toEqual([
      ['WERK', 42, 114, 42, 'SYNTHETISCH'],
      ['PASSEND_TRAJECT', 9, 115, 9, 'SYNTHETISCH'],
      ['ANDER_ADVIES', 32, 115, 32, 'SYNTHETISCH'],
      ['GEEN_RECHT_OF_AFGEZIEN', 17, 117, 17, 'SYNTHETISCH'],
    ]);
  });

  test('gives who went to work a second time with another noemer (000, line 292)', () => {
    const resultaat = programmaresultaten(GEDRUKT, GETELD).get('WERKSTROOM');
    expect(resultaat?.naarWerkVanAangemelden).toMatchObject({
      gedrukt: { waarde: 37.5, noemer: 'aangemelde klanten', vindplaats: { document: '000', regel: 292 } },
      dossiers: { waarde: 37.5, noemer: 'aangemelde klanten' },
    });
    expect(resultaat?.uitkomsten[0]?.aandeel.dossiers.noemer).toBe('deelnemers');
  });

  test('is absent, and not zero, where nothing is printed and nobody took part', () => {
    const resultaat = programmaresultaten([], [tel('', 3, 'TAAL')]).get('TAAL');
    expect(
      resultaat?.uitkomsten.map(({ aandeel }) => [aandeel.gedrukt.toestand, aandeel.dossiers.toestand]),
    ).toEqual(UITKOMSTEN.map(() => ['AFWEZIG', 'AFWEZIG']));
  });

  test('keeps programmas apart, in the order of their codes', () => {
    const anders = GEDRUKT.map((each) => ({ ...each, programma: 'TAAL' }));
    const taal = [tel('', 200, 'TAAL'), ...UITKOMSTEN.map((uitkomst) => tel(uitkomst, 50, 'TAAL'))];
    const resultaten = programmaresultaten([...GEDRUKT, ...anders], [...GETELD, ...taal]);
    expect([...resultaten.keys()]).toEqual(['TAAL', 'WERKSTROOM']);
    expect(resultaten.get('TAAL')?.uitkomsten[0]?.aandeel.dossiers.waarde).toBe(25);
    expect(resultaten.get('WERKSTROOM')?.uitkomsten[0]?.aandeel.dossiers.waarde).toBe(42);
  });

  test('has parts of the deelnemers that are together 100, but for rounding', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 500 }), { minLength: 4, maxLength: 4 }),
        fc.nat(50),
        (aantallen, nietBegonnen) => {
          const deelnemers = aantallen.reduce((som, aantal) => som + aantal, 0);
          const tellingen = UITKOMSTEN.map((uitkomst, i) => tel(uitkomst, aantallen[i] ?? 0));
          const resultaat = programmaresultaten(GEDRUKT, [
            tel('', deelnemers + nietBegonnen),
            ...tellingen,
          ]).get('WERKSTROOM');
          const delen = resultaat?.uitkomsten.map(({ aandeel }) => aandeel.dossiers.waarde ?? 0) ?? [];
          expect(Math.abs(delen.reduce((som, waarde) => som + waarde, 0) - 100)).toBeLessThanOrEqual(0.2001);
          expect(resultaat?.naarWerkVanAangemelden.dossiers.waarde).toBeLessThanOrEqual(delen[0] ?? 0);
        },
      ),
    );
  });

  test('is not told of the dossiers where its owner printed none', () => {
    const resultaat = programmaresultaten([], GETELD).get('WERKSTROOM');
    const alle = [
      ...(resultaat?.uitkomsten.map(({ aandeel }) => aandeel.dossiers) ?? []),
      resultaat?.naarWerkVanAangemelden.dossiers,
    ];
    expect(alle.map((cijfer) => [cijfer?.waarde, cijfer?.toestand])).toEqual(
      Array.from({ length: 5 }, () => [null, 'ONDERDRUKT']),
    );
  });

  test('tells of less than ten persons nothing that was not printed, nor by the other parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }),
        fc.nat(20),
        (aantallen, nietBegonnen) => {
          const deelnemers = aantallen.reduce((som, aantal) => som + aantal, 0);
          const resultaat = programmaresultaten(GEDRUKT, [
            tel('', deelnemers + nietBegonnen),
            ...UITKOMSTEN.map((uitkomst, i) => tel(uitkomst, aantallen[i] ?? 0)),
          ]).get('WERKSTROOM');
          const uitkomsten = resultaat?.uitkomsten ?? [];
          const isNieuw = uitkomsten.some(
            ({ aandeel: { gedrukt, dossiers } }, i) =>
              (aantallen[i] ?? 0) < 10 && dossiers.waarde !== null && dossiers.waarde !== gedrukt.waarde,
          );
          expect(isNieuw).toBe(false);
          expect(new Set(uitkomsten.map(({ aandeel }) => aandeel.dossiers.toestand)).size).toBe(1);
        },
      ),
    );
  });
});
