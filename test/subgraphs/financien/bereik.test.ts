import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { financien } from '../../../subgraphs/financien/financien.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { volgStatements } from '../../setup/volg-statements.ts';

const HAARLEMMERMEER = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const WASSENAAR = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d001f';
const ONBEKEND = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6dffff';
/** The subsidie of werkgever 69599084 that was paid five times. */
const SUBSIDIE = 'a3d1f85b-40e7-4c96-91bc-f7285de40001';
const VORDERING = 'e29b6d47-91c5-4d8a-a7f3-1508c2ba0001';

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(financien, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

const vorderingen = (ids: readonly string[], groepen: Groepen = { 'financien.klant.stand': ['GM0394'] }) =>
  volgStatements(() =>
    subgraph.vraag({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant {
        id: sleutel vorderingen { edges { node { id besluitdatum oorspronkelijk openstaand laatsteBetaling } } } } } }`,
      variables: { r: ids.map((id) => ({ __typename: 'Klant', sleutel: id })) },
      groepen,
    }),
  );

test('the vorderingen on a klant come the newest first, in whole cents', async () => {
  const { uitkomst } = await vorderingen([HAARLEMMERMEER]);
  expect(uitkomst.data).toMatchObject({
    _entities: [
      {
        vorderingen: {
          edges: [
            { node: { besluitdatum: '2012-11-19', oorspronkelijk: 62_400 } },
            { node: { id: VORDERING, besluitdatum: '2012-03-05', oorspronkelijk: 184_350 } },
          ],
        },
      },
    ],
  });
});

test('a klant of another gemeente has none, as one that does not exist, with the same statements', async () => {
  const [elders, onbekend] = [await vorderingen([WASSENAAR]), await vorderingen([ONBEKEND])];
  expect(elders.uitkomst.tekst.replaceAll(WASSENAAR, ONBEKEND)).toBe(onbekend.uitkomst.tekst);
  expect(elders.uitkomst.data).toEqual({ _entities: [{ id: WASSENAAR, vorderingen: { edges: [] } }] });
  expect(elders.statements).toEqual(onbekend.statements);
});

test('a group that was not granted is refused', async () => {
  const { uitkomst } = await vorderingen([HAARLEMMERMEER], { 'financien.gemeente': ['GM0394'] });
  expect(uitkomst.tekst).not.toContain('openstaand');
  expect(uitkomst.errors).toMatchObject([
    { path: ['_entities', 0, 'vorderingen'], extensions: { code: 'NIET_GEAUTORISEERD' } },
  ]);
});

test('the number of statements does not grow with the number of klanten', async () => {
  const klanten = Array.from(
    { length: 20 },
    (_leeg, i) => `5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d${(i + 1).toString(16).padStart(4, '0')}`,
  );
  const [een, twintig] = [await vorderingen(klanten.slice(0, 1)), await vorderingen(klanten)];
  expect((twintig.uitkomst.data as { _entities: unknown[] })._entities).toHaveLength(20);
  expect(twintig.statements).toHaveLength(een.statements.length);
});

describe('filter and row-level security each keep the rows in alone', () => {
  const ALLES = ['GM0394', 'GM0629'];
  const bereik = (gemeenten: readonly string[], kvk: string): Groepen => ({
    'financien.klant.stand': gemeenten,
    'financien.gemeente': gemeenten,
    'werkgever.subsidie': [`kvk/${kvk}`],
  });
  const wijd = bereik(ALLES, '69599084');
  const eng = bereik(['GM0629'], '90001354');

  const lees = (filter: Groepen, rijbeveiliging: Groepen) =>
    metLoaders(financien, database, { filter, rijbeveiliging }, async (loaders) => {
      const [eigen, elders, begroting, betalingen] = await Promise.all([
        loaders.vorderingen.load({ van: HAARLEMMERMEER, aantal: 100 }),
        loaders.vorderingen.load({ van: WASSENAAR, aantal: 100 }),
        loaders.begrotingen.load({ gemeente: 'GM0394', jaar: 2013 }),
        loaders.betalingen.load({ van: SUBSIDIE, aantal: 100 }),
      ]);
      return [eigen.length, elders.length, begroting.length, betalingen.length];
    });

  const WASSENAAR_ALLEEN = [0, 1, 0, 0];

  test('with both open, both gemeenten and the werkgever are seen', async () => {
    expect(await lees(wijd, wijd)).toEqual([2, 1, 20, 5]);
  });

  test('row-level security alone', async () => {
    expect(await lees(wijd, eng)).toEqual(WASSENAAR_ALLEEN);
  });

  test('the filter alone, with row-level security switched off', async () => {
    const zet = (stand: string) =>
      database.sql(
        'financien',
        ['vordering', 'begrotingsregel', 'subsidiebetaling', 'klantsleutel']
          .map((tabel) => `alter table ${tabel} ${stand} row level security`)
          .join('; '),
      );
    await zet('disable');
    try {
      expect(await lees(eng, {})).toEqual(WASSENAAR_ALLEEN);
      expect(await lees({}, {})).toEqual([0, 0, 0, 0]);
    } finally {
      await zet('enable');
    }
  });

  test('without a scope row-level security shows nothing, whatever the filter', async () => {
    expect(await lees(wijd, {})).toEqual([0, 0, 0, 0]);
  });
});
