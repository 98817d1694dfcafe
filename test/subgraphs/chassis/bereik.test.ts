import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { pseudoniem } from '../../setup/pseudoniem.ts';
import { volgStatements } from '../../setup/volg-statements.ts';

const HAARLEMMERMEER = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const WASSENAAR = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d001f';
const ONBEKEND = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6dffff';
const DOSSIER: Groepen = {
  'klant.identificerend': ['GM0394'],
  'klant.dossier': ['GM0394'],
  'klant.dossier.kern': ['GM0394'],
};
const KLANTBEELD = `query ($id: ID!) {
  klant(id: $id) { id: sleutel naam verantwoordelijke { naam } uitkeringen { id regeling rechthebbenden { id naam } } }
}`;

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

describe('a klant out of scope', () => {
  test('is answered byte for byte, and with the same statements, as one that does not exist', async () => {
    const vraag = (id: string) =>
      volgStatements(() =>
        subgraph.vraag({ query: KLANTBEELD, variables: { id: pseudoniem(id) }, groepen: DOSSIER }),
      );
    const [elders, onbekend] = [await vraag(WASSENAAR), await vraag(ONBEKEND)];
    expect(elders.uitkomst.tekst).toBe('{"data":{"klant":null}}\n');
    expect(onbekend.uitkomst.tekst).toBe(elders.uitkomst.tekst);
    expect(elders.statements).toEqual(onbekend.statements);
    expect(elders.statements.filter((sql) => /from klant/.test(sql))).toHaveLength(1);
  });

  test('is absent as an entity too', async () => {
    const entities = async (id: string) =>
      subgraph.vraag({
        query:
          'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { id: sleutel naam } } }',
        variables: { r: [{ __typename: 'Klant', sleutel: id }] },
        groepen: DOSSIER,
      });
    expect((await entities(HAARLEMMERMEER)).data).toEqual({
      _entities: [{ id: HAARLEMMERMEER, naam: 'Annelies Verhoeven-Brink' }],
    });
    expect((await entities(WASSENAAR)).tekst).toBe((await entities(ONBEKEND)).tekst);
  });

  test('is not in a list', async () => {
    const { data } = await subgraph.vraag({
      query: '{ klanten(first: 100) { edges { node { id verantwoordelijke { code } } } } }',
      groepen: DOSSIER,
    });
    const { edges } = (data as { klanten: { edges: { node: { verantwoordelijke: { code: string } } }[] } })
      .klanten;
    expect(edges).toHaveLength(100);
    expect(new Set(edges.map(({ node }) => node.verantwoordelijke.code))).toEqual(new Set(['GM0394']));
  });
});

describe('a data group', () => {
  test('that was not granted is an error of its field, and the rest is answered', async () => {
    const antwoord = await subgraph.vraag({
      query: `{ klant(id: "${pseudoniem(HAARLEMMERMEER)}") { naam bsn } }`,
      groepen: DOSSIER,
    });
    expect(antwoord.data).toEqual({ klant: { naam: 'Annelies Verhoeven-Brink', bsn: null } });
    expect(antwoord.errors).toEqual([
      {
        message: 'U mag (een deel van) deze gegevens voor dit doel niet inzien.',
        path: ['klant', 'bsn'],
        extensions: { code: 'NIET_GEAUTORISEERD' },
      },
    ]);
  });

  test('with a narrower scope than another leaves its fields absent, without an error', async () => {
    const { data, errors } = await subgraph.vraag({
      query: KLANTBEELD,
      variables: { id: pseudoniem(WASSENAAR) },
      groepen: {
        'klant.identificerend': ['GM0394', 'GM0629'],
        'klant.dossier': ['GM0394'],
        'klant.dossier.kern': ['GM0394'],
      },
    });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      klant: { id: WASSENAAR, verantwoordelijke: { naam: 'Wassenaar' }, uitkeringen: [] },
    });
  });

  test('whose scope does not hold a klant leaves that field absent where another group shows the klant', async () => {
    const { data, errors } = await subgraph.vraag({
      query: `{ klanten(first: 100) { edges { node { naam huishouden { id } verantwoordelijke { code } } } } }`,
      groepen: {
        'klant.identificerend': ['GM0394', 'GM0629'],
        'klant.dossier': ['GM0629'],
        'klant.dossier.kern': ['GM0629'],
      },
    });
    expect(errors).toBeUndefined();
    const { edges } = (
      data as {
        klanten: {
          edges: { node: { naam: string; huishouden: object | null; verantwoordelijke: { code: string } } }[];
        };
      }
    ).klanten;
    expect(edges).toHaveLength(100);
    expect(new Set(edges.map(({ node }) => node.verantwoordelijke.code))).toEqual(
      new Set(['GM0394', 'GM0629']),
    );
    for (const { node } of edges) {
      expect(node.naam).not.toBeNull();
      expect(node.huishouden !== null).toBe(node.verantwoordelijke.code === 'GM0629');
    }
  });

  test('that is never in a list is given of one person in an answer, whatever was granted', async () => {
    const { data, errors } = await subgraph.vraag({
      query: '{ klanten(first: 3) { edges { node { a: bsn b: bsn } } } }',
      groepen: { 'klant.identificerend': ['GM0394'], 'klant.bsn': ['GM0394'] },
    });
    const bsn = expect.stringMatching(/^\d{9}$/);
    const niemand = { node: { a: null, b: null } };
    expect(data).toEqual({ klanten: { edges: [{ node: { a: bsn, b: bsn } }, niemand, niemand] } });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['NIET_GEAUTORISEERD']),
    );
  });

  test('granted with an empty scope shows nothing', async () => {
    const { data, errors } = await subgraph.vraag({
      query: KLANTBEELD,
      variables: { id: pseudoniem(HAARLEMMERMEER) },
      groepen: { 'klant.identificerend': [], 'klant.dossier': [], 'klant.dossier.kern': [] },
    });
    expect({ data, errors }).toEqual({ data: { klant: null }, errors: undefined });
  });

  test('about a gemeente shows the figures of the gemeenten in scope only', async () => {
    const maanden = async (code: string) =>
      subgraph.vraag({
        query: `{ gemeente(code: "${code}") { naam maanden(van: "2012-11", tot: "2013-03") { maand } } }`,
        groepen: { sturing: ['GM0629'] },
      });
    expect((await maanden('GM0394')).data).toEqual({ gemeente: { naam: 'Haarlemmermeer', maanden: [] } });
  });
});

describe('filter and row-level security each keep the rows in alone', () => {
  const ALLES = ['GM0394', 'GM0629'];
  const wijd: Groepen = {
    'klant.identificerend': ALLES,
    'klant.dossier': ALLES,
    'klant.dossier.kern': ALLES,
    sturing: ALLES,
  };
  const eng: Groepen = {
    'klant.identificerend': ['GM0629'],
    'klant.dossier': ['GM0629'],
    'klant.dossier.kern': ['GM0629'],
    sturing: ['GM0629'],
  };

  const lees = (filter: Groepen, rijbeveiliging: Groepen) =>
    metLoaders(klanten, database, { filter, rijbeveiliging }, async (loaders) => {
      const enkele = await database.sql(
        'klanten',
        'select id, huishouden_id as huishouden from klant order by id limit 60',
      );
      const [klant, elders, lijst, uitkeringen, vanHuishoudens, maanden] = await Promise.all([
        loaders.klant.load(HAARLEMMERMEER),
        loaders.klant.load(WASSENAAR),
        loaders.klanten('', 100),
        Promise.all(enkele.map(({ id }) => loaders.uitkeringenVanKlant.load(String(id)))),
        Promise.all(
          enkele.map(({ huishouden }) => loaders.uitkeringenVanHuishouden.load(String(huishouden))),
        ),
        loaders.kengetallen.load({ gemeente: 'GM0394', van: '2012-11', tot: '2013-03' }),
      ]);
      const gemeenten = (rijen: readonly { verantwoordelijke: string }[]) =>
        [...new Set(rijen.map(({ verantwoordelijke }) => verantwoordelijke))].toSorted();
      return {
        klant: klant?.verantwoordelijke,
        elders: elders?.verantwoordelijke,
        klanten: gemeenten(lijst),
        uitkeringen: gemeenten(uitkeringen.flat()),
        vanHuishoudens: gemeenten(vanHuishoudens.flat()),
        maanden: maanden.length,
      };
    });

  const NIETS = {
    klant: undefined,
    elders: undefined,
    klanten: [],
    uitkeringen: [],
    vanHuishoudens: [],
    maanden: 0,
  };
  const WASSENAAR_ALLEEN = {
    ...NIETS,
    elders: 'GM0629',
    klanten: ['GM0629'],
    uitkeringen: ['GM0629'],
    vanHuishoudens: ['GM0629'],
  };

  test('with both open, both gemeenten are seen', async () => {
    expect(await lees(wijd, wijd)).toEqual({
      klant: 'GM0394',
      elders: 'GM0629',
      klanten: ALLES,
      uitkeringen: ALLES,
      vanHuishoudens: ALLES,
      maanden: 35,
    });
  });

  test('row-level security alone', async () => {
    expect(await lees(wijd, eng)).toEqual(WASSENAAR_ALLEEN);
  });

  test('the filter alone, with row-level security switched off', async () => {
    const tabellen = [
      'klant',
      'klantlijst',
      'huishouden',
      'uitkering',
      'rechthebbende',
      'klantsleutel',
      'kengetal_wwb',
    ];
    const zet = (stand: string) =>
      database.sql(
        'klanten',
        tabellen.map((tabel) => `alter table ${tabel} ${stand} row level security`).join(';'),
      );
    await zet('disable');
    try {
      expect(await lees(eng, {})).toEqual(WASSENAAR_ALLEEN);
      expect(await lees({}, {})).toEqual(NIETS);
    } finally {
      await zet('enable');
    }
  });

  test('without a scope row-level security shows nothing, whatever the filter', async () => {
    expect(await lees(wijd, {})).toEqual(NIETS);
  });
});

test('the number of statements does not grow with the number of klanten', async () => {
  const vraag = (first: number) =>
    volgStatements(() =>
      subgraph.vraag({
        query: `query ($first: Int!) { klanten(first: $first) { edges { node {
          id naam verantwoordelijke { naam } uitkeringen { regeling rechthebbenden { naam } } } } } }`,
        variables: { first },
        groepen: DOSSIER,
      }),
    );
  const [een, twintig] = [await vraag(1), await vraag(20)];
  const { edges } = (twintig.uitkomst.data as { klanten: { edges: unknown[] } }).klanten;
  expect(edges).toHaveLength(20);
  expect(twintig.statements).toHaveLength(een.statements.length);
});
