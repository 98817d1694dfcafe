import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cijfer } from '../../../subgraphs/chassis/waarden/cijfer.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import type { Dossierstand } from '../../../subgraphs/klanten/regels/dossierstand.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';

/** The lines of document 000 as they are printed, november 2012 to march 2013. */
const GEDRUKT = {
  363: 'W&I 100% van de klanten ingedeeld op treden 100% 98% 97,0% 95,2% 95,2% 98,3%',
  448: 'Beginstand WWB 1337 1319 1326 1328 1342',
  452: '-1 3 10 0 0',
  455: 'Instroom WWB 36 27 37 58 29',
  460: 'Uitstroom WWB  57 35 35 44 34',
  461: 'Eindstand WWB 1316 1316 1328 1342 1337',
};
const DRIE = ['GM0626', 'GM0629', 'GM1916'];

const CIJFER = '{ waarde toestand noemer bronsoort toelichting vindplaats { document regel } }';
const STAND = `{ beginstand ${CIJFER} correctie ${CIJFER} instroom ${CIJFER} uitstroom ${CIJFER} administratief ${CIJFER} eindstand ${CIJFER} }`;

interface Maand {
  readonly maand: string;
  readonly wwb: object | null;
  readonly bekendToen: Dossierstand | null;
  readonly bekendNu: Dossierstand | null;
  readonly opTrede: { readonly gedrukt: Cijfer; readonly dossiers: Cijfer };
  readonly bekendNuPerLeefvorm?: readonly { readonly leefvorm: string; readonly eindstand: Cijfer }[];
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

const getallen = (regel: keyof typeof GEDRUKT): readonly number[] =>
  (GEDRUKT[regel].match(/-?\b\d+\b/g) ?? []).map(Number);

async function vraagMaanden(
  gemeente: string,
  [van, tot]: readonly [string, string],
  { groepen = { sturing: [gemeente] }, velden = '' }: { groepen?: Groepen; velden?: string } = {},
) {
  return subgraph.vraag({
    query: `query ($code: Gemeentecode!, $van: Maand!, $tot: Maand!) { gemeente(code: $code) { maanden(van: $van, tot: $tot) {
      maand wwb { eindstand { gedrukt { waarde } } } bekendToen ${STAND} bekendNu ${STAND}
      opTrede { gedrukt ${CIJFER} dossiers ${CIJFER} } ${velden} } } }`,
    variables: { code: gemeente, van, tot },
    groepen,
  });
}

async function leesMaanden(...vraag: Parameters<typeof vraagMaanden>): Promise<readonly Maand[]> {
  const { data, errors } = await vraagMaanden(...vraag);
  expect(errors).toBeUndefined();
  return (data?.['gemeente'] as { maanden: readonly Maand[] }).maanden;
}

describe('the dossiers of Haarlemmermeer', () => {
  test.each<[keyof typeof GEDRUKT, keyof Dossierstand]>([
    [448, 'beginstand'],
    [452, 'correctie'],
    [455, 'instroom'],
    [460, 'uitstroom'],
    [461, 'eindstand'],
  ])(
    'give line %i, %s, as known at the end of each month, and say that they are made up',
    async (regel, veld) => {
      const maanden = await leesMaanden('GM0394', ['2012-11', '2013-03']);
      expect(maanden.map(({ bekendToen }) => bekendToen?.[veld])).toEqual(
        getallen(regel).map((waarde) => ({
          waarde,
          toestand: 'WAARDE',
          noemer: 'uitkeringen',
          bronsoort: 'SYNTHETISCH',
          toelichting: null,
          vindplaats: null,
        })),
      );
    },
  );

  test('leave five unexplained in december as known then, and eighteen in all as known now', async () => {
    const maanden = await leesMaanden('GM0394', ['2012-11', '2013-03']);
    expect(maanden.map(({ bekendToen }) => bekendToen?.administratief.waarde)).toEqual([0, 5, 0, 0, 0]);
    expect(maanden.map(({ bekendNu }) => bekendNu?.administratief.waarde)).toEqual([3, 15, 0, 0, 0]);
    expect(maanden.map(({ bekendNu }) => bekendNu?.eindstand.waarde)).toEqual([1319, 1326, 1328, 1342, 1337]);
    expect(maanden.map(({ bekendNu }) => bekendNu?.correctie.toestand)).toEqual(Array(5).fill('NVT'));
  });

  test('put as many on a trede as line 363 prints, each percentage with its own noemer', async () => {
    const maanden = await leesMaanden('GM0394', ['2012-11', '2013-03']);
    const gedrukt = [...GEDRUKT[363].matchAll(/\d+(?:,\d)?(?=%)/g)]
      .map(([tekst]) => Number(tekst.replace(',', '.')))
      .slice(-5);
    expect(gedrukt).toEqual([98, 97, 95.2, 95.2, 98.3]);
    expect(maanden.map(({ opTrede }) => opTrede.gedrukt)).toEqual(
      gedrukt.map((waarde) => ({
        waarde,
        toestand: 'WAARDE',
        noemer: 'klanten',
        bronsoort: 'GEDRUKT',
        toelichting: null,
        vindplaats: { document: '000', regel: 363 },
      })),
    );
    expect(maanden.map(({ opTrede }) => opTrede.dossiers.waarde)).toEqual(gedrukt);
    expect(maanden.map(({ opTrede }) => opTrede.dossiers.noemer)).toEqual(Array(5).fill('uitkeringen'));
  });

  test('tell the same of a month, whatever stretch it is asked in', async () => {
    const alles = await leesMaanden('GM0394', ['2012-11', '2013-03']);
    for (const maand of alles) {
      expect(await leesMaanden('GM0394', [maand.maand, maand.maand])).toEqual([maand]);
    }
    expect(await leesMaanden('GM0394', ['2008-05', '2013-05'])).toEqual(alles);
  });
});

describe('a month without dossiers', () => {
  test('before the first that is complete, or not over yet, is absent', async () => {
    expect(await leesMaanden('GM0394', ['2012-06', '2012-10'])).toEqual([]);
    expect(await leesMaanden('GM0394', ['2013-04', '2014-12'])).toEqual([]);
    expect(await leesMaanden('GM0603', ['2012-11', '2013-03'])).toEqual([]);
  });

  test('of a gemeente that prints nothing has dossiers, and neither kengetallen nor an indicator', async () => {
    const maanden = await leesMaanden('GM1916', ['2011-11', '2012-02']);
    expect(maanden.map(({ maand, wwb }) => [maand, wwb])).toEqual([
      ['2012-01', null],
      ['2012-02', null],
    ]);
    expect(maanden[0]?.opTrede.gedrukt).toMatchObject({ waarde: null, toestand: 'AFWEZIG' });
  });
});

test('a quarter is the sum of its printed months, and absent when one of them was not printed', async () => {
  const kwartaal = async (jaar: number, nummer: number) => {
    const { data, errors } = await subgraph.vraag({
      query: `query ($jaar: Int!, $nummer: Int!) { gemeente(code: "GM0394") {
        wwbKwartaal(jaar: $jaar, kwartaal: $nummer) { instroom ${CIJFER} uitstroom ${CIJFER} } } }`,
      variables: { jaar, nummer },
      groepen: { sturing: ['GM0394'] },
    });
    return errors ?? (data?.['gemeente'] as { wwbKwartaal: object }).wwbKwartaal;
  };
  const som = (regel: 455 | 460) =>
    getallen(regel)
      .slice(2)
      .reduce((totaal, aantal) => totaal + aantal, 0);
  expect(await kwartaal(2013, 1)).toMatchObject({
    instroom: { waarde: som(455), bronsoort: 'BEREKEND', noemer: 'uitkeringen' },
    uitstroom: { waarde: som(460), bronsoort: 'BEREKEND' },
  });
  expect(som(460)).toBe(113);
  expect(await kwartaal(2012, 4)).toMatchObject({ instroom: { waarde: null, toestand: 'AFWEZIG' } });
  for (const [jaar, nummer] of [
    [2013, 0],
    [2013, 5],
    [13, 1],
  ] as const)
    expect(await kwartaal(jaar, nummer)).toMatchObject([{ extensions: { code: 'INVOER_ONGELDIG' } }]);
});

describe('a breakdown', () => {
  const velden = `bekendNuPerLeefvorm { leefvorm eindstand ${CIJFER} }`;

  test('is refused to who may see the totals, and these are given', async () => {
    const { data, errors } = await vraagMaanden('GM0394', ['2013-03', '2013-03'], { velden });
    expect(errors).toMatchObject([
      { path: ['gemeente', 'maanden', 0, 'bekendNuPerLeefvorm'], extensions: { code: 'NIET_GEAUTORISEERD' } },
    ]);
    expect(data).toMatchObject({
      gemeente: { maanden: [{ bekendNuPerLeefvorm: null, bekendNu: { eindstand: { waarde: 1337 } } }] },
    });
  });

  test('adds up to the total, month by month', async () => {
    const groepen = { sturing: ['GM0394'], 'sturing.uitsplitsing': ['GM0394'] };
    const maanden = await leesMaanden('GM0394', ['2012-11', '2013-03'], { groepen, velden });
    for (const { bekendNu, bekendNuPerLeefvorm = [] } of maanden) {
      expect(bekendNuPerLeefvorm.map(({ leefvorm }) => leefvorm)).toEqual([
        'EENOUDERGEZIN',
        'EENPERSOONSHUISHOUDEN',
        'PAAR',
      ]);
      const som = bekendNuPerLeefvorm.reduce((totaal, { eindstand }) => totaal + (eindstand.waarde ?? 0), 0);
      expect(som).toBe(bekendNu?.eindstand.waarde);
    }
  });

  test('stays in, by the filter and by row-level security each alone, for who may see the totals', async () => {
    const wijd = { sturing: ['GM0394'], 'sturing.uitsplitsing': ['GM0394'] };
    const eng = { sturing: ['GM0394'] };
    const lees = async (filter: Groepen, rijbeveiliging: Groepen) =>
      metLoaders(klanten, database, { filter, rijbeveiliging }, async (loaders) => {
        const tijdvak = { gemeente: 'GM0394', van: '2013-03', tot: '2013-03' };
        const [delen, totaal] = [
          await loaders.standdelen.load(tijdvak),
          await loaders.maandmutaties.load(tijdvak),
        ];
        return [delen.length > 0, totaal.length > 0];
      });
    expect(await lees(wijd, wijd)).toEqual([true, true]);
    expect(await lees(wijd, eng)).toEqual([false, true]);
    expect(await lees(eng, wijd)).toEqual([false, true]);
    expect(await lees(wijd, {})).toEqual([false, false]);
    expect(await lees({}, wijd)).toEqual([false, false]);
  });
});

describe('a samenwerkingsverband', () => {
  const vraagVerband = async (bereik: readonly string[], van = '2012-01', tot = '2013-03') => {
    const { data, errors } = await subgraph.vraag({
      query: `query ($r: [_Any!]!, $van: Maand!, $tot: Maand!) { _entities(representations: $r) { ... on Samenwerkingsverband {
        maanden(van: $van, tot: $tot) { maand bekendNu ${STAND} } } } }`,
      variables: {
        r: [
          {
            __typename: 'Samenwerkingsverband',
            code: 'wi-lvw',
            deelnemers: DRIE.map((code) => ({ __typename: 'Gemeente', code })),
          },
        ],
        van,
        tot,
      },
      groepen: { sturing: bereik },
    });
    expect(errors).toBeUndefined();
    return (
      (data?.['_entities'] as { maanden: { maand: string; bekendNu: Dossierstand }[] }[])[0]?.maanden ?? []
    );
  };

  test('counts what its deelnemers count together, month by month', async () => {
    const samen = await vraagVerband(DRIE);
    const apart = await Promise.all(
      DRIE.map((code) => leesMaanden(code, ['2012-01', '2013-03'], { groepen: { sturing: DRIE } })),
    );
    expect(samen.map(({ maand }) => maand)).toEqual(apart[0]?.map(({ maand }) => maand));
    expect(samen).toHaveLength(15);
    for (const [i, { bekendNu }] of samen.entries()) {
      for (const veld of ['beginstand', 'instroom', 'uitstroom', 'administratief', 'eindstand'] as const) {
        const som = apart.reduce((totaal, maanden) => totaal + (maanden[i]?.bekendNu?.[veld].waarde ?? 0), 0);
        expect(bekendNu[veld].waarde).toBe(som);
      }
    }
    // 001: ca. 1.961 on 1-1-2012, growing towards ca. 2.500 on 1-1-2015.
    expect(samen[0]?.bekendNu.beginstand.waarde).toBe(1961);
    expect(samen.at(-1)?.bekendNu.eindstand.waarde).toBe(2186);
  });

  test('of which one deelnemer is out of reach gives no figure at all, and says why', async () => {
    const maanden = await vraagVerband(['GM1916', 'GM0626']);
    expect(maanden).toHaveLength(15);
    const cijfers = maanden.flatMap(({ bekendNu }) => Object.values(bekendNu));
    expect(new Set(cijfers.map(({ waarde, toestand }) => `${waarde} ${toestand}`))).toEqual(
      new Set(['null AFWEZIG']),
    );
    expect(cijfers[0]?.toelichting).toMatch(/bereik/);
  });
});

test('a gemeente has the days between which it exists, and the one that follows it up', async () => {
  const { data } = await subgraph.vraag({
    query: '{ gemeente(code: "GM0393") { naam geldigVan geldigTot opvolger { code naam geldigTot } } }',
  });
  expect(data).toEqual({
    gemeente: {
      naam: 'Haarlemmerliede en Spaarnwoude',
      geldigVan: null,
      geldigTot: '2019-01-01',
      opvolger: { code: 'GM0394', naam: 'Haarlemmermeer', geldigTot: null },
    },
  });
});
