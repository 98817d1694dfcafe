import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { KETENTOKEN_ISSUER, type KetentokenClaims } from '../../../schema/keten/ketentoken.ts';
import { type Toegang, toegangVan } from '../../../subgraphs/chassis/guard/toegang.ts';
import { bereikStatement, zetBereik } from '../../../subgraphs/chassis/transaction/zet-bereik.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { type KlantenLoaders, maakLoaders } from '../../../subgraphs/klanten/loaders.ts';
import { PrismaClient } from '../../../subgraphs/klanten/prisma/generated/client.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { volgStatements } from '../../setup/volg-statements.ts';

const HAARLEMMERMEER = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const WASSENAAR = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d001f';
const ONBEKEND = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6dffff';
const DOSSIER: Groepen = { 'klant.identificerend': ['GM0394'], 'klant.dossier': ['GM0394'] };
const KLANTBEELD = `query ($id: ID!) {
  klant(id: $id) { id naam verantwoordelijke { naam } uitkeringen { id regeling rechthebbenden { id naam } } }
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
      volgStatements(() => subgraph.vraag({ query: KLANTBEELD, variables: { id }, groepen: DOSSIER }));
    const [elders, onbekend] = [await vraag(WASSENAAR), await vraag(ONBEKEND)];
    expect(elders.uitkomst.tekst).toBe('{"data":{"klant":null}}\n');
    expect(onbekend.uitkomst.tekst).toBe(elders.uitkomst.tekst);
    expect(elders.statements).toEqual(onbekend.statements);
    expect(elders.statements.filter((sql) => /from klant/.test(sql))).toHaveLength(1);
  });

  test('is absent as an entity too', async () => {
    const entities = async (id: string) =>
      subgraph.vraag({
        query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { id naam } } }',
        variables: { r: [{ __typename: 'Klant', id }] },
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
    expect(edges).toHaveLength(30);
    expect(new Set(edges.map(({ node }) => node.verantwoordelijke.code))).toEqual(new Set(['GM0394']));
  });
});

describe('a data group', () => {
  test('that was not granted is an error of its field, and the rest is answered', async () => {
    const antwoord = await subgraph.vraag({
      query: '{ klant(id: "5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001") { naam bsn } }',
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
      variables: { id: WASSENAAR },
      groepen: { 'klant.identificerend': ['GM0394', 'GM0629'], 'klant.dossier': ['GM0394'] },
    });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      klant: { id: WASSENAAR, verantwoordelijke: { naam: 'Wassenaar' }, uitkeringen: [] },
    });
  });

  test('granted with an empty scope shows nothing', async () => {
    const { data, errors } = await subgraph.vraag({
      query: KLANTBEELD,
      variables: { id: HAARLEMMERMEER },
      groepen: { 'klant.identificerend': [], 'klant.dossier': [] },
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
  const pools: Pool[] = [];
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.end()));
  });

  /** Runs loaders whose filter has one scope in a transaction whose row-level security has another. */
  async function metLoaders<R>(
    filter: Toegang,
    rls: Toegang,
    werk: (loaders: KlantenLoaders) => Promise<R>,
  ): Promise<R> {
    const pool = new Pool({ connectionString: database.lezer('klanten'), options: '-c search_path=klanten' });
    pools.push(pool);
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { schema: 'klanten' }) });
    return prisma.$transaction(async (tx) => {
      await zetBereik(tx, bereikStatement(['klant.dossier', 'klant.identificerend', 'sturing']), rls, 5_000);
      return werk(maakLoaders(tx, filter));
    });
  }

  async function leesAlles(loaders: KlantenLoaders) {
    const [klant, elders, lijst, maanden] = await Promise.all([
      loaders.klant.load(HAARLEMMERMEER),
      loaders.klant.load(WASSENAAR),
      loaders.klanten('', 100),
      loaders.kengetallen.load({ gemeente: 'GM0394', van: '2012-11', tot: '2013-03' }),
    ]);
    const uitkeringen = await Promise.all(
      lijst.map(({ huishoudenId }) => loaders.uitkeringen.load(huishoudenId)),
    );
    return {
      klant: klant?.verantwoordelijke,
      elders: elders?.verantwoordelijke,
      klanten: [...new Set(lijst.map(({ verantwoordelijke }) => verantwoordelijke))],
      uitkeringen: [
        ...new Set(uitkeringen.flat().map(({ verantwoordelijke }) => verantwoordelijke)),
      ].toSorted(),
      maanden: maanden.length,
    };
  }

  const wijd = toegang({ 'klant.identificerend': ALLES, 'klant.dossier': ALLES, sturing: ALLES });
  const eng = toegang({
    'klant.identificerend': ['GM0629'],
    'klant.dossier': ['GM0629'],
    sturing: ['GM0629'],
  });
  const WASSENAAR_ALLEEN = {
    klant: undefined,
    elders: 'GM0629',
    klanten: ['GM0629'],
    uitkeringen: ['GM0629'],
    maanden: 0,
  };

  test('with both open, both gemeenten are seen', async () => {
    const gelezen = await metLoaders(wijd, wijd, leesAlles);
    expect(gelezen).toEqual({
      klant: 'GM0394',
      elders: 'GM0629',
      klanten: ALLES,
      uitkeringen: ALLES,
      maanden: 35,
    });
  });

  test('row-level security alone', async () => {
    expect(await metLoaders(wijd, eng, leesAlles)).toEqual(WASSENAAR_ALLEEN);
  });

  test('the filter alone, with row-level security switched off', async () => {
    const tabellen = ['klant', 'huishouden', 'uitkering', 'rechthebbende', 'kengetal_wwb'];
    const zet = (stand: string) =>
      database.sql(
        'klanten',
        tabellen.map((tabel) => `alter table ${tabel} ${stand} row level security`).join(';'),
      );
    await zet('disable');
    try {
      expect(await metLoaders(eng, toegang({}), leesAlles)).toEqual(WASSENAAR_ALLEEN);
    } finally {
      await zet('enable');
    }
  });

  test('without a scope row-level security shows nothing, whatever the filter', async () => {
    const niets = { klant: undefined, elders: undefined, klanten: [], uitkeringen: [], maanden: 0 };
    expect(await metLoaders(wijd, toegang({}), leesAlles)).toEqual(niets);
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

function toegang(groepen: Groepen): Toegang {
  const claims: KetentokenClaims = {
    iss: KETENTOKEN_ISSUER,
    aud: 'klanten',
    sub: 'consulent',
    organisatie: 'GM0629',
    groepen: Object.fromEntries(
      Object.entries(groepen).map(([groep, gemeenten]) => [groep, { verantwoordelijken: [...gemeenten] }]),
    ),
    iat: 0,
    exp: 60,
  };
  return toegangVan(claims);
}
