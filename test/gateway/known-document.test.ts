import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/start-gateway.ts';
import { serveSubgraphs, type ServedSubgraphs } from './serve-subgraphs.ts';

let subgraphs: ServedSubgraphs;
let map: string;
let gateway: RunningGateway;
let raised = 0;

beforeAll(async () => {
  subgraphs = await serveSubgraphs([
    {
      name: 'things',
      typeDefs: `
        type Query { thing(id: ID): Thing nothing: Thing! }
        type Mutation { raise(fails: Boolean): Int }
        type Thing { id: ID! name: String broken: String }
      `,
      resolvers: {
        Query: { thing: (_: unknown, { id }: { id?: string }) => ({ id: id ?? 't1', name: 'Zoë Yılmaz €' }) },
        Mutation: {
          raise: (_: unknown, { fails }: { fails?: boolean }) => {
            raised += 1;
            if (fails === true) throw new Error('too high');
            return raised;
          },
        },
        Thing: {
          broken: () => {
            throw new Error('broken');
          },
        },
      },
    },
  ]);
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-bekend-'));
  const supergraph = join(map, 'supergraph.graphql');
  writeFileSync(supergraph, subgraphs.supergraph);
  const flags = ['--supergraph', supergraph, '--port', '0', '--zonder-autorisatie'];
  gateway = await startGateway(readConfig({}, flags), pino({ level: 'silent' }));
});
afterAll(async () => {
  await gateway.stop();
  await subgraphs.stop();
  rmSync(map, { recursive: true, force: true });
});

/** What of an answer does not differ from one request to the next. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

async function ask(body: object, accept = 'application/json'): Promise<Answer> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
  const { date: _date, 'x-trace-id': traceId = '', ...headers } = Object.fromEntries(response.headers);
  const text = await response.text();
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(text).toContain(traceId);
  return { status: response.status, headers, text: text.replaceAll(traceId, 'TRACE') };
}

const two = 'query A { thing { id } } query B { thing { name } }';
const withVariable = 'query ($id: ID) { thing(id: $id) { id name } }';

describe('a document that was asked before', () => {
  it.each([
    ['a question', { query: '{ thing { id name } }' }],
    ['an introspection', { query: '{ __schema { queryType { name } } }' }],
    ['variables', { query: withVariable, variables: { id: 'een' } }],
    ['variables that are null', { query: `${withVariable} `, variables: null }],
    ['one of two operations', { query: two, operationName: 'B' }],
    ['the other operation', { query: two, operationName: 'A' }],
    ['an operation that is not there', { query: two, operationName: 'C' }],
    ['no operation of several', { query: two }],
    ['a variable of the wrong type', { query: withVariable, variables: { id: [] } }],
    ['a field that fails', { query: '{ thing { id broken } }' }],
    ['a root that may not be null', { query: '{ nothing { id } }' }],
    ['a document that is not valid', { query: '{ thing { nope } }' }],
    ['a document that cannot be read', { query: '{ thing {' }],
  ])('is answered as the first time: %s', async (_, body) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const first = await ask({ ...body, query: `${body.query} # ${accept}` }, accept);
      expect(await ask({ ...body, query: `${body.query} # ${accept}` }, accept)).toEqual(first);
    }
  });

  it('is carried out once when its source fails', async () => {
    const fails = { query: 'mutation { raise(fails: true) }' };
    const before = raised;
    for (const times of [1, 2, 3]) {
      expect((await ask(fails)).text).toContain('BRON_MISLUKT');
      expect(raised).toBe(before + times);
    }
  });

  it('is carried out anew at every request', async () => {
    const before = raised;
    for (const times of [1, 2, 3])
      expect((await ask({ query: 'mutation { raise }' })).text).toContain(`{"raise":${before + times}}`);
  });
});
