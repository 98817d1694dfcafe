import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, type AskOptions, beginSource, type SourceUnderTest } from './begin-source.ts';

// Only the date: sockets and timers go on.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const GOOD = '{"data":{"a":1}}';
const OPEN_MS = 5_000;

/** A subgraph whose behaviour can be changed, and how often it was asked. */
async function beginFickle(breaker = {}): Promise<SourceUnderTest & Fickle> {
  const fickle: Fickle = { behaviour: answering(GOOD), asked: 0 };
  const source = await beginSource(
    (request, response) => {
      fickle.asked += 1;
      fickle.behaviour(request, response);
    },
    { breaker },
  );
  return Object.assign(fickle, source);
}

interface Fickle {
  behaviour: Parameters<typeof beginSource>[0];
  asked: number;
}

async function askTimes(source: SourceUnderTest, times: number, options?: AskOptions): Promise<void> {
  for (let call = 0; call < times; call += 1) await source.ask(options);
}

async function beginOpen(): Promise<SourceUnderTest & Fickle> {
  const source = await beginFickle();
  source.behaviour = answering('', 500);
  await askTimes(source, 10);
  source.logged.length = 0;
  source.asked = 0;
  return source;
}

describe('a circuit breaker opens', () => {
  it.each<[string, Fickle['behaviour']]>([
    ['errors', answering('', 500)],
    ['errors with a GraphQL body', answering('{"errors":[{"message":"stuk"}]}', 500)],
    ['answers that are not JSON', answering('<html>')],
    ['refusals without a GraphQL body', answering('', 404)],
    ['connections that break', (request) => request.socket.destroy()],
  ])('after ten calls that ended in %s', async (_, behaviour) => {
    const source = await beginFickle();
    source.behaviour = behaviour;
    await askTimes(source, 9, { operationKind: 'mutation' });
    expect(source.logged).not.toContain('breaker: open');
    expect(source.transport.isInterrupted('bron')).toBe(false);
    await askTimes(source, 1, { operationKind: 'mutation' });
    expect(source.logged.filter((line) => line.startsWith('breaker'))).toEqual(['breaker: open']);
    expect(source.transport.isInterrupted('bron')).toBe(true);
  });

  it('when more than half of the calls fail, and not at half', async () => {
    const source = await beginFickle();
    await askTimes(source, 10);
    source.behaviour = answering('', 500);
    await askTimes(source, 10);
    expect(source.transport.isInterrupted('bron')).toBe(false);
    await askTimes(source, 1);
    expect(source.transport.isInterrupted('bron')).toBe(true);
  });

  it('after calls that got no answer in a fair part of the time of a request', async () => {
    const source = await beginFickle();
    source.behaviour = () => undefined;
    const timedOut = (): AskOptions => ({
      deadline: Date.now() + 7_500,
      signal: AbortSignal.timeout(1),
    });
    for (let call = 0; call < 10; call += 1) {
      const asking = source.ask(timedOut());
      vi.setSystemTime(Date.now() + 7_500);
      expect(await asking).toMatchObject({ code: 'BRON_MISLUKT' });
      vi.setSystemTime(Date.now() - 7_500);
    }
    expect(source.transport.isInterrupted('bron')).toBe(true);
  });
});

describe('a circuit breaker stays closed', () => {
  it('after errors of GraphQL and refusals with a GraphQL body', async () => {
    const source = await beginFickle();
    for (const status of [200, 400, 401, 403]) {
      source.behaviour = answering('{"errors":[{"message":"nee"}]}', status);
      await askTimes(source, 20);
    }
    expect(source.logged).toEqual([]);
  });

  it('when clients leave', async () => {
    const source = await beginFickle();
    for (let call = 0; call < 20; call += 1) {
      const stop = new AbortController();
      source.behaviour = () => stop.abort();
      await source.ask({ signal: stop.signal });
    }
    expect(source.asked).toBe(20);
    expect(source.transport.isInterrupted('bron')).toBe(false);
  });

  it('when answers are too large: that says something of the questions, and who asks them may not cut off others', async () => {
    const source = await beginFickle();
    source.behaviour = answering(JSON.stringify({ data: { a: 'x'.repeat(5_000) } }));
    await askTimes(source, 20);
    expect(source.asked).toBe(20);
    expect(source.transport.isInterrupted('bron')).toBe(false);
  });

  it('when others left the subgraph hardly any time', async () => {
    const source = await beginFickle();
    source.behaviour = () => undefined;
    for (let call = 0; call < 20; call += 1) {
      const asking = source.ask({ deadline: Date.now() + 4_500, signal: AbortSignal.timeout(1) });
      vi.setSystemTime(Date.now() + 4_500);
      await asking;
      vi.setSystemTime(Date.now() - 4_500);
    }
    expect(source.transport.isInterrupted('bron')).toBe(false);
  });

  it('when calls fail now and then, far apart', async () => {
    const source = await beginFickle();
    source.behaviour = answering('', 500);
    for (let call = 0; call < 30; call += 1) {
      await source.ask();
      vi.setSystemTime(Date.now() + 2_000);
    }
    expect(source.transport.isInterrupted('bron')).toBe(false);
  });

  it('at 100 percent, whatever happens', async () => {
    const source = await beginFickle({ share: 1 });
    source.behaviour = answering('', 500);
    await askTimes(source, 30);
    expect(source.asked).toBe(30);
  });
});

describe('an open circuit breaker', () => {
  it('refuses calls with a code of its own, without asking the subgraph and without a line each', async () => {
    const source = await beginOpen();
    expect(await source.ask()).toMatchObject({ code: 'BRON_ONDERBROKEN' });
    await askTimes(source, 20);
    expect(source.asked).toBe(0);
    expect(source.logged).toEqual([]);
  });

  it('lets one call through after its time, and closes when that brings an answer', async () => {
    const source = await beginOpen();
    source.behaviour = answering(GOOD);
    vi.setSystemTime(Date.now() + OPEN_MS - 1);
    expect(await source.ask()).toMatchObject({ code: 'BRON_ONDERBROKEN' });
    vi.setSystemTime(Date.now() + 1);
    expect(await source.ask()).toMatchObject({ answer: { data: { a: 1 } } });
    expect(source.logged).toEqual(['breaker: half-open', 'breaker: closed']);
    expect(await source.ask()).toMatchObject({ answer: { data: { a: 1 } } });
    expect(source.transport.isInterrupted('bron')).toBe(false);
  });

  it('starts counting anew once it has closed', async () => {
    const source = await beginOpen();
    source.behaviour = answering(GOOD);
    vi.setSystemTime(Date.now() + OPEN_MS);
    await source.ask();
    source.behaviour = answering('', 500);
    await askTimes(source, 9);
    expect(source.transport.isInterrupted('bron')).toBe(false);
    await askTimes(source, 1);
    expect(source.transport.isInterrupted('bron')).toBe(true);
  });

  it('stays open when the one call fails, and is not asked twice', async () => {
    const source = await beginOpen();
    source.behaviour = answering('', 503, { 'retry-after': '0' });
    vi.setSystemTime(Date.now() + OPEN_MS);
    expect(await source.ask()).toMatchObject({ code: 'BRON_MISLUKT' });
    expect(source.asked).toBe(1);
    expect(await source.ask()).toMatchObject({ code: 'BRON_ONDERBROKEN' });
    expect(source.logged).toEqual(['breaker: half-open', 'breaker: open', 'failed: status 503']);
  });

  it('refuses other calls while the one is under way', async () => {
    const source = await beginOpen();
    const held = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    source.behaviour = (request, response) => {
      arrived.resolve();
      void held.promise.then(() => answering(GOOD)(request, response));
    };
    vi.setSystemTime(Date.now() + OPEN_MS);
    const trial = source.ask();
    await arrived.promise;
    expect(await source.ask()).toMatchObject({ code: 'BRON_ONDERBROKEN' });
    held.resolve();
    expect(await trial).toMatchObject({ answer: { data: { a: 1 } } });
    expect(source.asked).toBe(1);
  });

  it('stays open when the client of the one call leaves: nothing was proved', async () => {
    const source = await beginOpen();
    const stop = new AbortController();
    source.behaviour = () => stop.abort();
    vi.setSystemTime(Date.now() + OPEN_MS);
    expect(await source.ask({ signal: stop.signal })).toMatchObject({ code: 'BRON_MISLUKT' });
    expect(source.transport.isInterrupted('bron')).toBe(true);
    source.behaviour = answering(GOOD);
    vi.setSystemTime(Date.now() + OPEN_MS);
    expect(await source.ask()).toMatchObject({ answer: { data: { a: 1 } } });
  });

  it('is not tried by a client that has gone already', async () => {
    const source = await beginOpen();
    vi.setSystemTime(Date.now() + OPEN_MS);
    await source.ask({ signal: AbortSignal.abort() });
    source.behaviour = answering(GOOD);
    expect(await source.ask()).toMatchObject({ answer: { data: { a: 1 } } });
  });
});
