import { describe, expect, it } from 'vitest';
import { plainCallHeaders } from '../../../gateway/transport/call-headers.ts';
import { answering, beginSource } from './begin-source.ts';

const ANSWER = '{"data":{"a":1}}';

describe('a call', () => {
  it('carries the body and the trace, and brings the answer', async () => {
    let seen = '';
    const { ask, logged } = await beginSource((request, response) => {
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
    expect(await ask()).toMatchObject({ answer: { data: { a: 'é' } } });
    expect(seen).toBe(`{"query":"{a}"} POST /graphql 00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
    expect(logged).toEqual([]);
  });

  it('brings the errors of a refusal as well', async () => {
    for (const status of [400, 401, 500, 503]) {
      const { ask } = await beginSource(answering('{"errors":[{"message":"nee"}]}', status));
      expect(await ask(), String(status)).toMatchObject({
        answer: { errors: [{ message: 'nee' }] },
      });
    }
  });

  it('to a subgraph without an address is a source that failed', async () => {
    const { transport } = await beginSource(answering(ANSWER));
    const call = transport.scoped({
      makeHeaders: plainCallHeaders,
      toegang: undefined,
      traceparent: '',
      deadline: Date.now() + 1_000,
      signal: AbortSignal.timeout(1_000),
    });
    await expect(call({ subgraph: 'elders', body: '', operationKind: 'query' })).rejects.toMatchObject({
      code: 'BRON_MISLUKT',
    });
  });

  it('is not made for a client that has gone', async () => {
    let asked = false;
    const { ask } = await beginSource(() => {
      asked = true;
    });
    expect(await ask({ signal: AbortSignal.abort() })).toMatchObject({ code: 'BRON_MISLUKT' });
    expect(asked).toBe(false);
  });

  it('is given up when the client goes, and the subgraph notices', async () => {
    const stop = new AbortController();
    const noticed = Promise.withResolvers<void>();
    const { ask } = await beginSource((_request, response) => {
      response.on('close', noticed.resolve);
      stop.abort();
    });
    expect(await ask({ signal: stop.signal })).toMatchObject({ code: 'BRON_MISLUKT' });
    await noticed.promise;
  });
});

describe('readiness of a subgraph', () => {
  it('is what it says itself', async () => {
    const ready = await beginSource(answering('{}'));
    expect(await ready.transport.isReady('bron')).toBe(true);
    const starting = await beginSource(answering('{}', 503));
    expect(await starting.transport.isReady('bron')).toBe(false);
    expect(await ready.transport.isReady('elders')).toBe(false);
  });
});
