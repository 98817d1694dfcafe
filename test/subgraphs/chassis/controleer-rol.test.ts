import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph } from '../../../subgraphs/chassis/start-subgraph.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { testInstellingen } from '../../setup/begin-subgraph.ts';
import { type GatewaySleutel, maakGatewaySleutel } from '../../setup/gateway-sleutel.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

let database: Testdatabase;
let sleutel: GatewaySleutel;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  sleutel = maakGatewaySleutel('gateway-1');
});
afterAll(async () => {
  await database.weg();
  sleutel.weg();
});

/** What the start says of the serving role: its reason to refuse, or that it started. */
async function start(databaseUrl = database.lezer('klanten')): Promise<string> {
  try {
    const { stop } = await startSubgraph(klanten, {
      ...testInstellingen(database, 'klanten', sleutel.jwks),
      databaseUrl,
    });
    await stop();
    return 'started';
  } catch (fout) {
    const { code, reden } = fout as { code: string; reden: string };
    return `${code}: ${reden}`;
  }
}

test('the serving role as the migrations leave it is accepted', async () => {
  expect(await start()).toBe('started');
});

test.each([
  [
    'may write a domain table',
    'grant update on klant to klanten_lezer',
    'revoke update on klant from klanten_lezer',
    'may UPDATE klant',
  ],
  [
    'may write one column',
    'grant update (naam) on klant to klanten_lezer',
    'revoke update (naam) on klant from klanten_lezer',
    'may UPDATE klant',
  ],
  [
    'may insert',
    'grant insert on gemeente to klanten_lezer',
    'revoke insert on gemeente from klanten_lezer',
    'may INSERT gemeente',
  ],
  [
    'may truncate',
    'grant truncate on klant to klanten_lezer',
    'revoke truncate on klant from klanten_lezer',
    'may TRUNCATE klant',
  ],
  [
    'may change the logboek',
    'grant delete on logboek to klanten_lezer',
    'revoke delete on logboek from klanten_lezer',
    'may DELETE logboek',
  ],
  [
    'may read the logboek',
    'grant select on logboek to klanten_lezer',
    'revoke select on logboek from klanten_lezer',
    'may SELECT logboek',
  ],
  [
    'may write through PUBLIC',
    'grant delete on klant to public',
    'revoke delete on klant from public',
    'may DELETE klant',
  ],
  [
    'may make tables',
    'grant create on schema klanten to klanten_lezer',
    'revoke create on schema klanten from klanten_lezer',
    'may CREATE in schema klanten',
  ],
  [
    'owns a table',
    'create table van_lezer (); alter table van_lezer owner to klanten_lezer',
    'drop table van_lezer',
    'owns van_lezer',
  ],
  [
    'reads past the policies',
    'alter table klant no force row level security',
    'alter table klant force row level security',
    'klant has no forced row-level security',
  ],
  [
    'finds no policies',
    'alter table uitkering disable row level security',
    'alter table uitkering enable row level security',
    'uitkering has no forced row-level security',
  ],
  [
    'reads a view',
    'create view kijk as select * from klant; grant select on kijk to klanten_lezer',
    'drop view kijk',
    'kijk has no forced row-level security',
  ],
])('a serving role that %s is refused, and told so', async (_naam, ruim, terug, bevinding) => {
  await database.sql('klanten', ruim);
  try {
    const uitkomst = await start();
    expect(uitkomst).toMatch(/^ROL_TE_RUIM: /);
    expect(uitkomst).toContain(bevinding);
  } finally {
    await database.sql('klanten', terug);
  }
});

test('the owner is refused as a serving role', async () => {
  expect(await start(database.eigenaar('klanten'))).toMatch(/^ROL_TE_RUIM: .*owns klant/);
});

test('the administrator is refused as a serving role', async () => {
  const uitkomst = await start(database.beheerder);
  expect(uitkomst).toContain('is superuser');
  expect(uitkomst).toContain('has BYPASSRLS');
});

test('a database that is away is told as such', async () => {
  const weg = new URL(database.lezer('klanten'));
  weg.port = '1';
  expect(await start(weg.href)).toMatch(/^DATABASE_NIET_BEREIKBAAR: /);
});
