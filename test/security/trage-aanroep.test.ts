// Threats: 13
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, claimsVan, type Testgraph } from '../setup/begin-graph.ts';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph({ TERMIJN_MS: '500' });
});
afterAll(() => graph.stop());

/** Sends the head of a request that promises a large body, and never the body. */
async function headOnly(url: string, headers: readonly string[] = []): Promise<Socket> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = [`POST ${pathname} HTTP/1.1`, `host: ${hostname}`, 'content-type: application/json'];
  socket.write([...head, 'content-length: 90000', ...headers, '', '{'].join('\r\n'));
  return socket;
}

async function answerTo(socket: Socket): Promise<string> {
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return chunk.toString().split('\r\n')[0] ?? '';
}

describe('a body that does not come', () => {
  it('is not waited for when nobody vouches for it: at the gateway and at a subgraph', async () => {
    for (const url of [graph.url, graph.subgraphs.klanten]) {
      expect(await answerTo(await headOnly(url)), url).toMatch(/ 401 /);
    }
  });

  it('is waited for no longer than an answer may take', async () => {
    const token = await graph.uitgever.token(claimsVan('consulent-haarlemmermeer'));
    const socket = await headOnly(graph.url, [`authorization: Bearer ${token}`]);
    expect(await answerTo(socket)).toMatch(/ 408 /);
  });
});
