import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { signedCallHeaders } from '../../../gateway/transport/call-headers.ts';
import { answering, beginLateSource, beginRawSource, beginSource, hangsUp, inTurn } from './begin-source.ts';

const ANSWER = '{"data":{"a":1}}';
const GOOD = { answer: { data: { a: 1 } } };
const good = answering(ANSWER);
const busy = (retryAfter: string) => answering('{}', 503, { 'retry-after': retryAfter });

describe('a query is asked once more', () => {
  it('when the connection closes before an answer', async () => {
    const { ask, logged } = await beginSource(inTurn(hangsUp, good));
    expect(await ask()).toMatchObject(GOOD);
    expect(logged).toEqual(['repeated: UND_ERR_SOCKET']);
  });

  it('when the connection that was kept open turns out to be closed', async () => {
    let connections = 0;
    const { ask } = await beginRawSource((socket) => {
      connections += 1;
      let requests = 0;
      socket.on('data', () => {
        requests += 1;
        // Says that it stays, and does not.
        if (requests > 1) socket.destroy();
        else socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${ANSWER.length}\r\n\r\n${ANSWER}`);
      });
    });
    expect(await ask()).toMatchObject(GOOD);
    expect(await ask()).toMatchObject(GOOD);
    expect(connections).toBe(2);
  });

  it('when nothing listens, after a moment in which something may come up', async () => {
    const { ask, logged } = await beginLateSource(good);
    expect(await ask()).toMatchObject(GOOD);
    expect(logged).toEqual(['repeated: ECONNREFUSED']);
  });

  it.each(['0', new Date(Date.now() - 5_000).toUTCString()])(
    'when it says 503 with Retry-After: %s',
    async (retryAfter) => {
      const { ask, logged } = await beginSource(inTurn(busy(retryAfter), good));
      expect(await ask()).toMatchObject(GOOD);
      expect(logged).toEqual(['repeated: status 503']);
    },
  );

  it('and no more than once', async () => {
    let asked = 0;
    const { ask, logged } = await beginSource((request, response) => {
      asked += 1;
      hangsUp(request, response);
    });
    expect(await ask()).toMatchObject({ code: 'BRON_MISLUKT', reden: 'UND_ERR_SOCKET' });
    expect(asked).toBe(2);
    expect(logged).toEqual(['repeated: UND_ERR_SOCKET', 'failed: UND_ERR_SOCKET']);
  });

  it('with a signature, a nonce and a remaining time of its own', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const seen: IncomingMessage['headers'][] = [];
    const makeHeaders = signedCallHeaders(() => ({ kid: 'k', privateKey }), new Map());
    const { ask } = await beginSource(
      inTurn(
        (request, response) => {
          seen.push(request.headers);
          setTimeout(() => hangsUp(request, response), 5);
        },
        (request, response) => {
          seen.push(request.headers);
          good(request, response);
        },
      ),
      {
        makeHeaders: (facts) =>
          makeHeaders(facts, {
            betrokkene: { sub: 'x', organisatie: 'GM0394', rollen: [], rechten: [], namens: [] },
            afnemer: 'keten',
            verwerkingsactiviteit: undefined,
            reden: undefined,
            groepen: new Map(),
            sleutel: 'x',
          }),
      },
    );
    expect(await ask()).toMatchObject(GOOD);
    const [first, second] = seen;
    expect(second?.['signature-input']).not.toBe(first?.['signature-input']);
    expect(second?.['signature']).not.toBe(first?.['signature']);
    expect(Number(second?.['keten-termijn'])).toBeLessThan(Number(first?.['keten-termijn']));
    expect(Number(first?.['keten-termijn'])).toBeLessThanOrEqual(10_000);
  });
});

describe('nothing is asked twice', () => {
  it.each<[string, Parameters<typeof beginSource>[0]]>([
    [
      'when an answer had begun',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"data":', () => response.destroy());
      },
    ],
    ['when the answer is wrong', answering('<html>')],
    ['when it says 503 without Retry-After', answering('{}', 503)],
    ['when it says 503 and to come back after the deadline', busy('3600')],
    ['when it says 503 and something that is no time', busy('straks')],
    ['when it says 503 and a time below zero', busy('-1')],
    ['when it says 500', answering('{}', 500, { 'retry-after': '0' })],
  ])('%s', async (_, behaviour) => {
    let asked = 0;
    const { ask, logged } = await beginSource((request, response) => {
      asked += 1;
      behaviour(request, response);
    });
    expect(await ask()).toMatchObject({ code: 'BRON_MISLUKT' });
    expect(asked).toBe(1);
    expect(logged).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof beginSource>[0]]>([
    ['a connection that closes', hangsUp],
    ['503 with Retry-After', busy('0')],
  ])('when it is a mutation: %s', async (_, behaviour) => {
    let asked = 0;
    const { ask } = await beginSource((request, response) => {
      asked += 1;
      behaviour(request, response);
    });
    expect(await ask({ operationKind: 'mutation' })).toMatchObject({ code: 'BRON_MISLUKT' });
    expect(asked).toBe(1);
  });

  it('when the client has gone while we waited', async () => {
    const stop = new AbortController();
    let asked = 0;
    const { ask } = await beginSource((request, response) => {
      asked += 1;
      response.on('finish', () => stop.abort());
      busy('1')(request, response);
    });
    expect(await ask({ signal: stop.signal })).toMatchObject({ code: 'BRON_MISLUKT' });
    expect(asked).toBe(1);
  });

  it('when the budget of the subgraph is spent', async () => {
    let asked = 0;
    const { ask, logged } = await beginSource(
      (request, response) => {
        asked += 1;
        hangsUp(request, response);
      },
      { breaker: { share: 1 } },
    );
    for (let call = 0; call < 20; call += 1) await ask();
    // Three of a quiet subgraph; a tenth of twenty calls is less.
    expect(logged.filter((line) => line.startsWith('repeated'))).toHaveLength(3);
    expect(asked).toBe(23);
  });
});
