import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { plainCallHeaders } from '../../../gateway/transport/call-headers.ts';
import { openTransport, type Transport } from '../../../gateway/transport/transport.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

const open: { server?: Server; transport?: Transport } = {};
afterEach(async () => {
  open.server?.closeAllConnections();
  open.server?.close();
  await open.transport?.close().catch(() => undefined);
});

interface Outcome {
  readonly answer?: unknown;
  readonly code?: string;
  readonly reden?: string;
  /** What the log was told. */
  readonly logged: readonly string[];
}

/** Asks a subgraph that behaves as given, with this many milliseconds for the answer. */
async function ask(
  behaviour: RequestListener,
  left = 2_000,
  signal = AbortSignal.timeout(left),
): Promise<Outcome> {
  const server = createServer(behaviour);
  open.server = server;
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const logged: string[] = [];
  open.transport = openTransport({
    subgraphs: new Map([['bron', new URL(`http://127.0.0.1:${port}/graphql`)]]),
    makeHeaders: plainCallHeaders,
    connections: 2,
    maxAnswerBytes: 1_000,
    onFailure: (_bron, reden) => logged.push(reden),
  });
  const call = open.transport.scoped({
    toegang: undefined,
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    deadline: Date.now() + left,
    signal,
  });
  try {
    return {
      answer: await call({ subgraph: 'bron', body: '{"query":"{a}"}', operationKind: 'query' }),
      logged,
    };
  } catch (error) {
    if (!(error instanceof KetenFout)) throw error;
    return { code: error.code, reden: error.reden, logged };
  }
}

const answering =
  (text: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(text);
  };

describe('a call', () => {
  it('carries the body and the trace, and brings the answer', async () => {
    let seen = '';
    const { answer } = await ask((request, response) => {
      request.on('data', (chunk: Buffer) => {
        seen += chunk.toString();
      });
      request.on('end', () => {
        seen += ` ${request.method} ${request.url} ${request.headers['traceparent']}`;
        // In two pieces, cut inside a character.
        const bytes = Buffer.from('{"data":{"a":"é"}}');
        response.write(bytes.subarray(0, 15));
        response.end(bytes.subarray(15));
      });
    });
    expect(answer).toEqual({ data: { a: 'é' }, errors: undefined });
    expect(seen).toBe(`{"query":"{a}"} POST /graphql 00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
  });

  it('brings the errors of a refusal as well', async () => {
    const { answer } = await ask(answering('{"errors":[{"message":"nee"}]}', 401));
    expect(answer).toEqual({ data: undefined, errors: [{ message: 'nee' }] });
  });

  it.each<[string, RequestListener]>([
    ['that is not JSON', answering('<html>geheim</html>')],
    ['that is no object', answering('7')],
    ['without data and errors', answering('{"x":1}')],
    ['that is an error page', answering('geheim', 502)],
    ['that is too large', answering(JSON.stringify({ data: { a: 'x'.repeat(5_000) } }))],
    [
      'that stops halfway',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"data":', () => response.destroy());
      },
    ],
    ['that never begins', (request) => request.socket.destroy()],
  ])('with an answer %s is a source that failed, and nothing of it is told on', async (_, behaviour) => {
    const outcome = await ask(behaviour);
    expect(outcome.code).toBe('BRON_MISLUKT');
    expect(outcome.logged).toHaveLength(1);
    expect(JSON.stringify(outcome)).not.toContain('geheim');
  });

  it('is given up when the deadline passes, also when bytes keep dripping in', async () => {
    const dripping: RequestListener = (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await ask(dripping, 200)).toMatchObject({
      code: 'BRON_MISLUKT',
      reden: expect.stringContaining('deadline'),
    });
  });

  it('is not made for a client that has gone', async () => {
    let asked = false;
    const outcome = await ask(
      () => {
        asked = true;
      },
      2_000,
      AbortSignal.abort(),
    );
    expect(outcome.code).toBe('BRON_MISLUKT');
    expect(asked).toBe(false);
  });
});
