import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startSubgraph } from '../../../subgraphs/chassis/start-subgraph.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { testInstellingen } from '../../setup/begin-subgraph.ts';
import { stuur, teken } from '../../setup/gateway-aanroep.ts';
import { type GatewaySleutel, maakGatewaySleutel } from '../../setup/gateway-sleutel.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

let database: Testdatabase;
let sleutel: GatewaySleutel;
const opruimen: (() => unknown)[] = [];
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  sleutel = maakGatewaySleutel('gateway-1');
});
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).toReversed()) await ruimOp();
});
afterAll(async () => {
  await database.weg();
  sleutel.weg();
});

async function luisterOp(poort: number): Promise<Server> {
  const server = createServer((_vraag, antwoord) => {
    antwoord.setHeader('content-type', 'application/json').end(readFileSync(sleutel.jwks));
  }).listen(poort, '127.0.0.1');
  await once(server, 'listening');
  opruimen.push(() => server.close());
  return server;
}

async function vrijePoort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function begin(jwks: URL, db: Testdatabase): Promise<string> {
  const { url, stop } = await startSubgraph(klanten, testInstellingen(db, 'klanten', jwks));
  opruimen.push(stop);
  return url;
}

async function ready(url: string) {
  const antwoord = await fetch(new URL('/health/ready', url));
  return { status: antwoord.status, ...((await antwoord.json()) as object) };
}

test('a subgraph lives before the gateway does, is ready once the keys can be had, and then answers', async () => {
  const poort = await vrijePoort();
  const url = await begin(new URL(`http://127.0.0.1:${poort}/ketentoken/jwks.json`), database);
  expect((await fetch(new URL('/health/live', url))).status).toBe(200);
  expect(await ready(url)).toEqual({
    status: 503,
    gereed: false,
    onderdelen: [
      { naam: 'database', gereed: true },
      { naam: 'sleutels', gereed: false, reden: 'the keys of the gateway are not known' },
    ],
  });
  const vroeg = await stuur(
    url,
    await teken({ query: '{ gemeente(code: "GM0394") { naam } }' }, 'klanten', sleutel),
  );
  expect(vroeg.status).toBe(401);

  await luisterOp(poort);
  // After an attempt that failed the keys are asked for again a second later.
  await vi.waitFor(async () => expect(await ready(url)).toMatchObject({ status: 200, gereed: true }), 5_000);
  const later = await stuur(
    url,
    await teken({ query: '{ gemeente(code: "GM0394") { naam } }' }, 'klanten', sleutel),
  );
  expect(later.status).toBe(200);
});

test('a subgraph without its database says so, and answers again once the database is back', async () => {
  const eigen = await maakDatabase('keten_gevuld');
  opruimen.push(() => eigen.weg());
  const url = await begin(sleutel.jwks, eigen);
  const naam = new URL(eigen.beheerder).pathname.slice(1);
  const vraag = async () =>
    stuur(url, await teken({ query: '{ gemeente(code: "GM0394") { naam } }' }, 'klanten', sleutel));
  await database.sql('', `alter database ${naam} allow_connections false`);
  await database.sql('', `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [naam]);
  expect(await ready(url)).toMatchObject({
    status: 503,
    onderdelen: [
      { naam: 'database', gereed: false },
      { naam: 'sleutels', gereed: true },
    ],
  });
  expect((await vraag()).errors).toMatchObject([{ extensions: { code: 'BRON_MISLUKT' } }]);

  await database.sql('', `alter database ${naam} allow_connections true`);
  expect((await vraag()).data).toEqual({ gemeente: { naam: 'Haarlemmermeer' } });
  expect(await ready(url)).toMatchObject({ status: 200 });
});
