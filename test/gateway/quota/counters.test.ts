import { randomBytes } from 'node:crypto';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Count, counters } from '../../../gateway/quota/counters.ts';
import { openRedis, type Redis } from '../../../schema/keten/open-redis.ts';

const LIMIT = { name: 'x', points: 3, seconds: 60 };
const SECRET = randomBytes(32);
const secret = async (): Promise<Buffer> => SECRET;

const times = async (
  count: Count,
  n: number,
  who = ['GM0394'],
  limit = LIMIT,
): Promise<(number | undefined)[]> => {
  const waits: (number | undefined)[] = [];
  for (let at = 0; at < n; at += 1) waits.push(await count(limit, who));
  return waits;
};

describe('counted in one process', () => {
  let count: Count;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    count = counters({ where: { place: 'process' }, secret, processes: 1, onAlone: () => undefined });
  });
  afterEach(() => vi.useRealTimers());

  it('so many are let through, and the next is told how long to wait', async () => {
    expect(await times(count, 4)).toEqual([undefined, undefined, undefined, 60]);
    vi.advanceTimersByTime(59_500);
    expect(await times(count, 1)).toEqual([1]);
  });

  it('begins anew when the time is over', async () => {
    await times(count, 4);
    vi.advanceTimersByTime(60_000);
    expect(await times(count, 4)).toEqual([undefined, undefined, undefined, 60]);
  });

  it('each is counted apart: another asker, another limit', async () => {
    await times(count, 4);
    expect(await times(count, 1, ['GM0629'])).toEqual([undefined]);
    expect(await times(count, 1, ['GM0394', 'sub'])).toEqual([undefined]);
    expect(await times(count, 1, ['GM0394'], { ...LIMIT, name: 'y' })).toEqual([undefined]);
  });

  it('names that would run together do not', async () => {
    await times(count, 3, ['a', 'b']);
    expect(await times(count, 1, ['a,b'])).toEqual([undefined]);
    expect(await times(count, 1, ['ab'])).toEqual([undefined]);
  });
});

describe('while Redis is away', () => {
  let redis: Redis;
  beforeEach(async () => {
    redis = await openRedis('redis://127.0.0.1:1', () => undefined);
  });
  afterEach(() => redis.destroy());

  it('each process goes on alone with its part, and says so', async () => {
    const alone = vi.fn<(error: unknown) => void>();
    const where = { place: 'redis', redis } as const;
    const both = [1, 2].map(() => counters({ where, secret, processes: 2, onAlone: alone }));
    const limit = { ...LIMIT, points: 7 };
    const waits = await Promise.all(both.map((count) => times(count, 7, ['GM0394'], limit)));
    expect(waits.flat().filter((each) => each === undefined)).toHaveLength(6);
    expect(alone).toHaveBeenCalledTimes(14);
  });

  it('a limit smaller than the number of processes still lets one through', async () => {
    const where = { place: 'redis', redis } as const;
    const count = counters({ where, secret, processes: 64, onAlone: () => undefined });
    expect((await times(count, 2))[0]).toBeUndefined();
    expect((await times(count, 2))[0]).toBeGreaterThan(0);
  });
});

const REDIS_URL = process.env['TEST_REDIS_URL'];

describe.skipIf(REDIS_URL === undefined)('counted in Redis', () => {
  let redis: Redis;
  const name = `test-${randomBytes(8).toString('hex')}`;
  beforeEach(async () => {
    redis = await openRedis(REDIS_URL ?? '', () => undefined);
    await vi.waitUntil(() => redis.isReady);
  });
  afterEach(() => redis.destroy());

  it('all gateways count together', async () => {
    const where = { place: 'redis', redis } as const;
    const onAlone = vi.fn<(error: unknown) => void>();
    const both = [1, 2].map(() => counters({ where, secret, processes: 2, onAlone }));
    const limit = { ...LIMIT, name, points: 7 };
    const waits = await Promise.all(both.map((count) => times(count, 7, ['GM0394'], limit)));
    expect(waits.flat().filter((each) => each === undefined)).toHaveLength(7);
    expect(onAlone).not.toHaveBeenCalled();
  });

  it('nothing of an asker stands in the names of the counters', async () => {
    const sub = randomBytes(8).toString('hex');
    const count = counters({
      where: { place: 'redis', redis },
      secret,
      processes: 1,
      onAlone: () => undefined,
    });
    await count({ ...LIMIT, name: `${name}-namen` }, ['KVK90001354', sub]);
    const keys = await redis.keys(`ketengraaf:quotum:${name}-namen*`);
    expect(keys).toHaveLength(1);
    expect(keys.join()).not.toMatch(/90001354/);
    expect(keys.join()).not.toContain(sub);
  });

  it('a counter does not outlive its time', async () => {
    const spy = vi.spyOn(RateLimiterRedis.prototype, 'consume');
    const count = counters({
      where: { place: 'redis', redis },
      secret,
      processes: 1,
      onAlone: () => undefined,
    });
    await count({ name: `${name}-tijd`, points: 1, seconds: 60 }, ['GM0394']);
    expect(spy).toHaveBeenCalledOnce();
    spy.mockRestore();
    const [key = ''] = await redis.keys(`ketengraaf:quotum:${name}-tijd*`);
    expect(await redis.ttl(key)).toBeGreaterThan(0);
  });
});
