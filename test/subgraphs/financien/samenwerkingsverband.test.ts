import { afterAll, beforeAll, expect, test } from 'vitest';
import { financien } from '../../../subgraphs/financien/financien.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

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

const verband = async (code: string) => {
  const { data } = await subgraph.vraag({
    query: `query ($code: ID!) { samenwerkingsverband(code: $code) {
      code naam rechtsvorm penvoerder { code } deelnemers { code } } }`,
    variables: { code },
    groepen: { publiek: [] },
  });
  return data?.['samenwerkingsverband'];
};

test('Werk en Inkomen is no gemeenschappelijke regeling: Leidschendam-Voorburg acts for the three (001:394, 2313)', async () => {
  expect(await verband('wi-lvw')).toEqual({
    code: 'wi-lvw',
    naam: 'Werk en Inkomen Leidschendam-Voorburg, Voorschoten en Wassenaar',
    rechtsvorm: 'UITVOERING_DOOR_GEMEENTE',
    penvoerder: { code: 'GM1916' },
    deelnemers: [{ code: 'GM0626' }, { code: 'GM0629' }, { code: 'GM1916' }],
  });
});

test('a gemeente takes part from its first day to, and not on, the day at which it no longer does', async () => {
  await database.sql(
    'financien',
    `insert into samenwerkingsverband values ('x', 'X', 'UITVOERING_DOOR_GEMEENTE', 'GM0001')`,
  );
  await database.sql(
    'financien',
    `insert into samenwerkingsverband_deelnemer values
      ('x', 'GM0001', '2013-04-02', null), ('x', 'GM0002', '2013-04-03', null),
      ('x', 'GM0003', '2012-01-01', '2013-04-02'), ('x', 'GM0004', '2012-01-01', '2013-04-03')`,
  );
  expect(await verband('x')).toMatchObject({ deelnemers: [{ code: 'GM0001' }, { code: 'GM0004' }] });
});

test('a code that does not exist is absent', async () => {
  expect(await verband('wi-onbekend')).toBeNull();
});
