import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVoorbij, maandenVan } from '../../../subgraphs/vacatures/regels/kwartaal.ts';
import {
  type WspCellen,
  wspKwartaal,
  type WspTellingen,
} from '../../../subgraphs/vacatures/regels/wsp-kwartaal.ts';

const GEDRUKT: WspCellen = new Map([
  ['BENADERD', { waarde: 114, document: '000', regel: 129 }],
  ['VACATURES', { waarde: 272, document: '000', regel: 129 }],
  ['GEPLAATST', { waarde: 120, document: '000', regel: 129 }],
  ['PROEF', { waarde: 47, document: '000', regel: 130 }],
]);

const kwartaal = fc.record({
  jaar: fc.integer({ min: 2010, max: 2015 }),
  kwartaal: fc.integer({ min: 1, max: 4 }),
});
const dag = fc
  .date({ min: new Date('2009-01-01'), max: new Date('2016-12-31'), noInvalidDate: true })
  .map((datum) => datum.toISOString().slice(0, 10));
const vacature = fc.record({ geopend: dag, gesloten: fc.option(dag) });

/** The sums a database gives of vacatures, for the quarter with these months. */
function getelden(
  vacatures: readonly { geopend: string; gesloten: string | null }[],
  { van, tot }: { van: string; tot: string },
): WspTellingen {
  const tel = (dagen: readonly string[]) => {
    const maanden = dagen.map((each) => each.slice(0, 7)).filter((maand) => maand <= tot);
    const ervoor = maanden.filter((maand) => maand < van).length;
    return maanden.length === 0 ? undefined : { inKwartaal: maanden.length - ervoor, ervoor };
  };
  const geopend = tel(vacatures.map((each) => each.geopend));
  const gesloten = tel(vacatures.flatMap((each) => each.gesloten ?? []));
  return new Map([
    ...(geopend === undefined ? [] : ([['GEOPEND', geopend]] as const)),
    ...(gesloten === undefined ? [] : ([['GESLOTEN', gesloten]] as const)),
  ]);
}

test('a vacature is managed in a quarter when it was open on a day of it', () => {
  fc.assert(
    fc.property(kwartaal, fc.array(vacature), (deze, ruw) => {
      const vacatures = ruw.map(({ geopend, gesloten }) => ({
        geopend,
        gesloten: gesloten !== null && gesloten < geopend ? geopend : gesloten,
      }));
      const maanden = maandenVan(deze);
      const open = vacatures.filter(
        ({ geopend, gesloten }) =>
          geopend.slice(0, 7) <= maanden.tot && (gesloten === null || gesloten >= `${maanden.van}-01`),
      );
      const uitkomst = wspKwartaal(GEDRUKT, getelden(vacatures, maanden), true)?.vacatures.dossiers;
      const iets = vacatures.some(({ geopend }) => geopend.slice(0, 7) <= maanden.tot);
      expect(uitkomst).toMatchObject(
        iets
          ? { waarde: open.length, toestand: 'WAARDE', bronsoort: 'SYNTHETISCH' }
          : { waarde: null, toestand: 'AFWEZIG' },
      );
    }),
  );
});

test('the quarters of a year are its twelve months, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (jaar) => {
      const grenzen = [1, 2, 3, 4].flatMap((nummer) => {
        const { van, tot } = maandenVan({ jaar, kwartaal: nummer });
        return [van, tot];
      });
      const voluit = String(jaar).padStart(4, '0');
      expect(grenzen).toEqual(
        ['01', '03', '04', '06', '07', '09', '10', '12'].map((maand) => `${voluit}-${maand}`),
      );
    }),
  );
});

describe('a quarter', () => {
  test('is over from the day after its last', () => {
    const eerste = { jaar: 2013, kwartaal: 1 };
    expect(['2013-03-31', '2013-04-01', '2014-01-01'].map((vandaag) => isVoorbij(eerste, vandaag))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('shows what was printed with its line beside what was counted, each with what it counts', () => {
    const geteld: WspTellingen = new Map([
      ['BENADERD', { inKwartaal: 113, ervoor: 7 }],
      ['GEPLAATST', { inKwartaal: 119, ervoor: 3 }],
      ['PROEF', { inKwartaal: 0, ervoor: 2 }],
    ]);
    expect(wspKwartaal(GEDRUKT, geteld, true)).toMatchObject({
      bedrijvenBenaderd: {
        gedrukt: {
          waarde: 114,
          bronsoort: 'GEDRUKT',
          noemer: 'bedrijven',
          vindplaats: { document: '000', regel: 129 },
        },
        dossiers: { waarde: 113, bronsoort: 'SYNTHETISCH', noemer: 'bedrijven', vindplaats: null },
      },
      vacatures: { gedrukt: { waarde: 272 }, dossiers: { waarde: null, toestand: 'AFWEZIG' } },
      plaatsingen: {
        gedrukt: { waarde: 120, noemer: 'personen' },
        dossiers: { waarde: 119, noemer: 'plaatsingen' },
      },
      proefplaatsingen: {
        gedrukt: { waarde: 47, vindplaats: { document: '000', regel: 130 } },
        dossiers: { waarde: 0, toestand: 'WAARDE' },
      },
    });
  });

  test('tells of fewer than ten who were placed only what was printed, and that there was nobody', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['GEPLAATST', 'plaatsingen'] as const, ['PROEF', 'proefplaatsingen'] as const),
        fc.nat({ max: 30 }),
        fc.option(fc.nat({ max: 30 })),
        ([soort, veld], aantal, waarde) => {
          const cellen: WspCellen = new Map(
            waarde === null ? [] : [[soort, { waarde, document: '000', regel: 129 }]],
          );
          const geteld: WspTellingen = new Map([[soort, { inKwartaal: aantal, ervoor: 0 }]]);
          const mag = aantal === 0 || aantal >= 10 || aantal === waarde;
          expect(wspKwartaal(cellen, geteld, true)?.[veld].dossiers).toMatchObject(
            mag ? { waarde: aantal, toestand: 'WAARDE' } : { waarde: null, toestand: 'ONDERDRUKT' },
          );
        },
      ),
    );
  });

  test('that is not over shows what was printed, and nothing counted', () => {
    const geteld: WspTellingen = new Map([['BENADERD', { inKwartaal: 3, ervoor: 7 }]]);
    const { bedrijvenBenaderd } = wspKwartaal(GEDRUKT, geteld, false) ?? {};
    expect(bedrijvenBenaderd?.gedrukt.waarde).toBe(114);
    expect(bedrijvenBenaderd?.dossiers).toMatchObject({ waarde: null, toestand: 'AFWEZIG' });
    expect(wspKwartaal(new Map(), geteld, false)).toBeNull();
  });

  test('of which nothing was printed or counted is absent', () => {
    expect(wspKwartaal(new Map(), new Map(), true)).toBeNull();
  });
});
