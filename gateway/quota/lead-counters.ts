import { randomBytes } from 'node:crypto';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';

/** The variable in which workers get the secret by which they name their counters. */
export const COUNTER_SECRET = 'KETENGRAAF_TELLERGEHEIM';

/** Counts for the workers of this process; gives the environment that they need for it. */
export function leadCounters(): Readonly<Record<string, string>> {
  // It listens to the workers from here on, and there is one of it in a process.
  void new RateLimiterClusterMaster();
  return { [COUNTER_SECRET]: randomBytes(32).toString('base64url') };
}
