import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Redis } from '../../../schema/keten/open-redis.ts';
import type { NonceVenster } from './nonce-venster.ts';

/**
 * The window that all processes of a subgraph share, in Redis. It outlives each of them. A nonce that cannot be written
 * down is not taken: the call fails, and nothing is read.
 * @param duur how long a nonce is remembered, in milliseconds
 */
export function gedeeldNonceVenster(redis: Redis, subgraph: string, duur: number): NonceVenster {
  return Object.freeze({
    sinds: 0,
    neem: async (nonce: string) => {
      const expiration = { type: 'PX', value: duur } as const;
      try {
        const gezet = await redis.set(`ketengraaf:nonce:${subgraph}:${nonce}`, '', {
          condition: 'NX',
          expiration,
        });
        return gezet !== null;
      } catch (cause) {
        throw new KetenFout('REDIS_NIET_BEREIKBAAR', undefined, {}, { cause });
      }
    },
  });
}
