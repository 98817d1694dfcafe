import cluster from 'node:cluster';
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { openRedis, type Redis } from '../../schema/keten/open-redis.ts';
import type { Config } from '../config.ts';
import { errorTraits } from '../observability/error-traits.ts';
import { type Count, type CounterPlace, counters } from './counters.ts';
import { COUNTER_SECRET } from './lead-counters.ts';

/** Counters that are open, and how they are closed. */
export interface OpenCounters {
  readonly count: Count;
  readonly close: () => void;
}

/** Where all gateways find the secret by which they name their counters. */
const SECRET_KEY = 'ketengraaf:quotum:geheim';

/** The log says at most this often that is counted alone, in milliseconds. */
const SAID_EVERY_MS = 10_000;

/** Opens the counters where the settings say: in Redis when there is one, else for the workers together, else here. */
export async function openCounters(config: Config, logger: Logger): Promise<OpenCounters> {
  const { REDIS_URL, GATEWAYS, WERKERS } = config;
  const redis =
    REDIS_URL === undefined
      ? undefined
      : await openRedis(REDIS_URL, (error) => logger.error(errorTraits(error), 'redis lost'));
  let said = Number.NEGATIVE_INFINITY;
  const count = counters({
    where: placeOf(redis),
    secret: redis === undefined ? ownSecret() : secretIn(redis),
    processes: GATEWAYS * WERKERS,
    onAlone: (error) => {
      const now = Date.now();
      if (now - said < SAID_EVERY_MS) return;
      said = now;
      logger.error(errorTraits(error), 'quota counted by each process alone, with its part of them');
    },
  });
  return { count, close: () => redis?.destroy() };
}

function placeOf(redis: Redis | undefined): CounterPlace {
  if (redis !== undefined) return { place: 'redis', redis };
  return { place: cluster.isWorker ? 'workers' : 'process' };
}

/** The first process made one for its workers; who is alone makes its own. */
function ownSecret(): () => Promise<Buffer> {
  const given = process.env[COUNTER_SECRET];
  const secret = Promise.resolve(given === undefined ? randomBytes(32) : Buffer.from(given, 'base64url'));
  return () => secret;
}

/** Whoever comes first makes it. Read once; while it cannot be read, the next asks again. */
function secretIn(redis: Redis): () => Promise<Buffer> {
  let known: Buffer | undefined;
  return async () => {
    if (known !== undefined) return known;
    await redis.set(SECRET_KEY, randomBytes(32).toString('base64url'), { condition: 'NX' });
    const secret = await redis.get(SECRET_KEY);
    if (secret === null) throw new Error('the secret of the counters is gone');
    known = Buffer.from(secret, 'base64url');
    return known;
  };
}
