import { createHmac } from 'node:crypto';
import {
  RateLimiterCluster,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { LRUCache } from 'lru-cache';
import type { Redis } from '../../schema/keten/open-redis.ts';

/** Where is counted: in this process, for all workers of one start in the first process, or for all gateways in Redis. */
export type CounterPlace =
  | { readonly place: 'process' }
  | { readonly place: 'workers' }
  | { readonly place: 'redis'; readonly redis: Redis };

/** How is counted. */
export interface CounterOptions {
  readonly where: CounterPlace;
  /** Makes names of counters that tell nobody who is counted: the same for all who count together. */
  readonly secret: () => Promise<Buffer>;
  /** How many processes count together: each has this part of a limit when it must count alone. */
  readonly processes: number;
  /** Told when it must be counted alone, and each time that lasts. */
  readonly onAlone: (error: unknown) => void;
}

/** One limit: so many in so many seconds. */
export interface Limit {
  /** Tells it from every other limit, also from one on the same with other numbers. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Counts one more for somebody; gives the seconds to wait when that is too many. */
export type Count = (limit: Limit, who: readonly string[]) => Promise<number | undefined>;

/** The first process answers within this many milliseconds, or the workers count alone. */
const ANSWER_MS = 500;

/**
 * Counters by rate-limiter-flexible: fixed windows, each from the first that is counted. When Redis or the first process
 * does not answer, a process goes on alone with its part of the limit: what protects against too much must neither stop
 * everything nor let everything through.
 */
export function counters({ where, secret, processes, onAlone }: CounterOptions): Count {
  const shared = new Map<string, RateLimiterAbstract>();
  const alone = new Map<string, RateLimiterAbstract>();
  const names = new LRUCache<string, string>({ max: 10_000 });

  const nameOf = async (who: readonly string[]): Promise<string> => {
    const key = JSON.stringify(who);
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = hiddenName(await secret(), key);
    names.set(key, name);
    return name;
  };

  const count = async (limiter: RateLimiterAbstract, key: string): Promise<number | undefined> => {
    try {
      await limiter.consume(key);
      return undefined;
    } catch (error) {
      if (error instanceof RateLimiterRes || isResult(error))
        return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };

  return async (limit, who) => {
    try {
      const key = await nameOf(who);
      return await count(
        kept(shared, limit, () => limiterAt(where, limit)),
        key,
      );
    } catch (error) {
      onAlone(error);
      const points = Math.max(1, Math.floor(limit.points / processes));
      const limiter = kept(alone, limit, () => new RateLimiterMemory({ points, duration: limit.seconds }));
      return count(limiter, JSON.stringify(who));
    }
  };
}

/** A limiter of the workers gives its result as a plain object. */
function isResult(error: unknown): error is { readonly msBeforeNext: number } {
  return typeof error === 'object' && error !== null && 'msBeforeNext' in error && !(error instanceof Error);
}

function limiterAt(where: CounterPlace, { name, points, seconds }: Limit): RateLimiterAbstract {
  const options = { keyPrefix: `ketengraaf:quotum:${name}`, points, duration: seconds };
  if (where.place === 'process') return new RateLimiterMemory(options);
  if (where.place === 'workers') return new RateLimiterCluster({ ...options, timeoutMs: ANSWER_MS });
  // Who is over the limit is not counted any further: that need not be asked of Redis again.
  return new RateLimiterRedis({
    ...options,
    storeClient: where.redis,
    useRedisPackage: true,
    inMemoryBlockOnConsumed: points + 1,
  });
}

/** A name of which nobody without the secret can tell whose it is: an organisation may be one person. */
function hiddenName(secret: Buffer, who: string): string {
  return createHmac('sha256', secret).update(who).digest('base64url').slice(0, 22);
}

function kept<T>(all: Map<string, T>, { name }: Limit, make: () => T): T {
  const known = all.get(name) ?? make();
  all.set(name, known);
  return known;
}
