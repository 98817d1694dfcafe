import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { beginGatewayProcess } from '../gateway/begin-gateway-process.ts';
import { claimsVan } from '../setup/begin-graph.ts';
import { beginSubgraph } from '../setup/begin-subgraph.ts';
import { maakDatabase } from '../setup/maak-database.ts';
import { beginUitgever } from '../setup/test-uitgever.ts';
import { until } from '../start/fixtures/until.ts';

const VRAAG = '{ klanten(first: 1) { edges { node { id } } } }';

it('several workers sign with one key, and no call of one is taken for a replay of another', async () => {
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-werkers-'));
  onTestFinished(() => rmSync(map, { recursive: true, force: true }));
  const database = await maakDatabase('keten_gevuld');
  onTestFinished(() => database.weg());
  const uitgever = await beginUitgever();
  onTestFinished(() => uitgever.stop());
  const subgraph = await beginSubgraph(klanten, database);
  onTestFinished(() => subgraph.stop());
  const { key, kid } = subgraph.sleutel;
  const sleutelbestand = join(map, 'ketentoken.jwk');
  writeFileSync(sleutelbestand, JSON.stringify({ ...key.export({ format: 'jwk' }), kid }));

  const gateway = await beginGatewayProcess(['--werkers', '2', '--port', '0'], {
    SUBGRAPHS: JSON.stringify({ klanten: subgraph.url }),
    UITGEVERS: JSON.stringify([uitgever.instelling]),
    KETENTOKEN_SLEUTEL: sleutelbestand,
  });
  expect(gateway.stderr()).toBe('');
  const token = await uitgever.token(claimsVan('consulent-haarlemmermeer'));
  const ask = async (): Promise<unknown> => {
    const response = await fetch(gateway.url ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // A connection of its own: it is connections that are divided.
        connection: 'close',
        authorization: `Bearer ${token}`,
        'x-verwerkingsactiviteit': 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1',
      },
      body: JSON.stringify({ query: VRAAG }),
    });
    return response.json();
  };
  const answers = await Promise.all(Array.from({ length: 40 }, ask));
  for (const answer of answers) {
    expect(answer).not.toHaveProperty('errors');
    expect(answer).toMatchObject({ data: { klanten: { edges: [{ node: {} }] } } });
  }
  const requests = await until('all are in the log', () => {
    const lines = gateway.log().filter(({ msg }) => msg === 'request');
    return lines.length === 40 && lines;
  });
  expect(new Set(requests.map(({ werker }) => werker))).toEqual(new Set([1, 2]));
  expect(await gateway.stop()).toBe(0);
}, 60_000);
