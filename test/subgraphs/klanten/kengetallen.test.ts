import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { type KengetallenWwb, kengetallenWwb } from '../../../subgraphs/klanten/regels/kengetallen-wwb.ts';
import { maandenTussen, maandErbij } from '../../../subgraphs/klanten/regels/maanden.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

/** The lines of document 000 as they are printed, november 2012 to march 2013. */
const GEDRUKT = {
  448: 'Beginstand WWB 1337 1319 1326 1328 1342',
  452: '-1 3 10 0 0 Verschillen worden verklaard doordat rond de jaarwisseling een aantal',
  455: 'Instroom WWB 36 27 37 58 29 Aantal meldingen dat leidt tot een uitkering neemt steeds meer toe. De',
  460: 'Uitstroom WWB  57 35 35 44 34',
  461: 'Eindstand WWB 1316 1316 1328 1342 1337',
  462: 'Aantal voorschotten WWB 60 55 43 35 62',
  463: 'Aantal blokkades WWB 70 73 51 63 67',
};
const MAANDEN = ['2012-11', '2012-12', '2013-01', '2013-02', '2013-03'];

const CIJFER = '{ waarde toestand toelichting noemer bronsoort vindplaats { document regel } }';
const VERGELIJKING = `{ gedrukt ${CIJFER} berekend ${CIJFER} verschil ${CIJFER} }`;
const MAAND = `maand wwb { beginstand ${CIJFER} correctie ${VERGELIJKING} instroom ${CIJFER} uitstroom ${CIJFER}
  eindstand ${VERGELIJKING} voorschotten ${CIJFER} blokkades ${CIJFER} }`;

interface Maand {
  readonly maand: string;
  readonly wwb: KengetallenWwb;
}

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(klanten, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

const vraagMaanden = (van: string, tot: string) =>
  subgraph.vraag({
    query: `query ($van: Maand!, $tot: Maand!) { gemeente(code: "GM0394") { maanden(van: $van, tot: $tot) { ${MAAND} } } }`,
    variables: { van, tot },
    groepen: { sturing: ['GM0394'] },
  });

async function leesMaanden(van = '2012-11', tot = '2013-03'): Promise<readonly Maand[]> {
  const { data } = await vraagMaanden(van, tot);
  return (data?.['gemeente'] as { maanden: readonly Maand[] }).maanden;
}

describe('the kengetallen of document 000', () => {
  test.each<[keyof typeof GEDRUKT, string, (wwb: KengetallenWwb) => KengetallenWwb['beginstand']]>([
    [448, 'uitkeringen', (wwb) => wwb.beginstand],
    [452, 'uitkeringen', (wwb) => wwb.correctie.gedrukt],
    [455, 'uitkeringen', (wwb) => wwb.instroom],
    [460, 'uitkeringen', (wwb) => wwb.uitstroom],
    [461, 'uitkeringen', (wwb) => wwb.eindstand.gedrukt],
    [462, 'voorschotten', (wwb) => wwb.voorschotten],
    [463, 'blokkades', (wwb) => wwb.blokkades],
  ])('are those of line %i, each about its %s and with its line', async (regel, noemer, cijfer) => {
    const gedrukt = (GEDRUKT[regel].match(/-?\b\d+\b/g) ?? []).map(Number);
    const maanden = await leesMaanden();
    expect(maanden.map(({ maand }) => maand)).toEqual(MAANDEN);
    expect(maanden.map(({ wwb }) => cijfer(wwb))).toEqual(
      gedrukt.map((waarde) => ({
        waarde,
        toestand: 'WAARDE',
        toelichting: null,
        noemer,
        bronsoort: 'GEDRUKT',
        vindplaats: { document: '000', regel },
      })),
    );
  });

  test('show the eindstand recomputed, with the difference of five in december', async () => {
    const maanden = await leesMaanden();
    expect(maanden.map(({ wwb }) => wwb.eindstand.berekend.waarde)).toEqual([1316, 1311, 1328, 1342, 1337]);
    expect(maanden.map(({ wwb }) => wwb.eindstand.verschil.waarde)).toEqual([0, 5, 0, 0, 0]);
    expect(
      maanden.every(
        ({ wwb }) =>
          wwb.eindstand.berekend.bronsoort === 'BEREKEND' && wwb.eindstand.berekend.vindplaats === null,
      ),
    ).toBe(true);
  });

  test('show the correctie recomputed, absent where the month before is not printed', async () => {
    const [november, ...rest] = await leesMaanden();
    expect(november?.wwb.correctie.berekend).toMatchObject({
      waarde: null,
      toestand: 'AFWEZIG',
      bronsoort: 'BEREKEND',
    });
    expect(november?.wwb.correctie.berekend.toelichting).toMatch(/vorige maand/);
    expect(november?.wwb.correctie.verschil).toMatchObject({ waarde: null, toestand: 'AFWEZIG' });
    expect(rest.map(({ wwb }) => wwb.correctie.berekend.waarde)).toEqual([3, 10, 0, 0]);
    expect(rest.map(({ wwb }) => wwb.correctie.verschil.waarde)).toEqual([0, 0, 0, 0]);
  });

  test('of one month are computed from the month before, though that was not asked', async () => {
    const [december, ...rest] = await leesMaanden('2012-12', '2012-12');
    expect(rest).toEqual([]);
    expect(december?.wwb.correctie.berekend.waarde).toBe(3);
  });

  test('are found by the key of a month too', async () => {
    const { data } = await subgraph.vraag({
      query:
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on GemeenteMaand { gemeente { naam } maand wwb { eindstand { berekend { waarde } } } } } }',
      variables: {
        r: ['2012-12', '2014-01'].map((maand) => ({
          __typename: 'GemeenteMaand',
          gemeente: { code: 'GM0394' },
          maand,
        })),
      },
      groepen: { sturing: ['GM0394'] },
    });
    expect(data).toEqual({
      _entities: [
        {
          gemeente: { naam: 'Haarlemmermeer' },
          maand: '2012-12',
          wwb: { eindstand: { berekend: { waarde: 1311 } } },
        },
        null,
      ],
    });
  });
});

test.each([
  ['2013-03', '2012-11', 'backwards'],
  ['2008-01', '2013-02', 'of 61 months'],
])('a stretch from %s to %s, %s, is refused', async (van, tot) => {
  expect((await vraagMaanden(van, tot)).errors?.map(({ extensions }) => extensions.code)).toEqual([
    'INVOER_ONGELDIG',
  ]);
});

test('a stretch of 60 months is answered', async () => {
  expect(await leesMaanden('2008-03', '2013-03')).toHaveLength(5);
});

test('adding months and counting them are each other’s inverse', () => {
  const maand = fc
    .tuple(fc.integer({ min: 1000, max: 9000 }), fc.integer({ min: 1, max: 12 }))
    .map(([jaar, nummer]) => `${jaar}-${String(nummer).padStart(2, '0')}`);
  fc.assert(
    fc.property(maand, fc.integer({ min: -600, max: 600 }), (van, aantal) => {
      expect(maandErbij(van, aantal)).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
      expect(maandenTussen(van, maandErbij(van, aantal))).toBe(aantal);
    }),
  );
});

test('whatever cell is missing, nothing is taken for zero', () => {
  const soorten = ['BEGINSTAND', 'CORRECTIE', 'INSTROOM', 'UITSTROOM', 'EINDSTAND'];
  fc.assert(
    fc.property(fc.subarray(soorten), fc.subarray(['EINDSTAND']), (eigen, vorige) => {
      const cellen = (namen: string[]) =>
        new Map(namen.map((naam) => [naam, { waarde: 7, document: '000', regel: 1 }]));
      const { eindstand, correctie } = kengetallenWwb(cellen(eigen), cellen(vorige));
      const heeft = (...namen: string[]) => namen.every((naam) => eigen.includes(naam));
      expect(eindstand.berekend.toestand).toBe(
        heeft('BEGINSTAND', 'INSTROOM', 'UITSTROOM') ? 'WAARDE' : 'AFWEZIG',
      );
      expect(eindstand.gedrukt.toestand).toBe(heeft('EINDSTAND') ? 'WAARDE' : 'AFWEZIG');
      expect(correctie.berekend.toestand).toBe(
        heeft('BEGINSTAND') && vorige.length > 0 ? 'WAARDE' : 'AFWEZIG',
      );
      for (const { gedrukt, berekend, verschil } of [eindstand, correctie]) {
        expect(verschil.waarde).toBe(
          gedrukt.waarde === null || berekend.waarde === null ? null : gedrukt.waarde - berekend.waarde,
        );
      }
    }),
  );
});
