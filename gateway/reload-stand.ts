import type { Logger } from 'pino';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { CurrentStand } from './current-stand.ts';
import { errorTraits } from './observability/error-traits.ts';
import type { ServedStand } from './served-stand.ts';

/** What a reload needs. */
export interface ReloadOptions {
  readonly current: CurrentStand;
  /** Reads, builds and warms up the Stand that the files say now; `undefined` when it is the one with this version. */
  readonly load: (versie: string) => Promise<ServedStand | undefined>;
  readonly logger: Logger;
}

/** How a reload ended. */
export type Reloaded = 'replaced' | 'unchanged' | 'refused';

/**
 * Makes the function that replaces the Stand by what the files say now, whole or not at all: what cannot be read,
 * does not fit together or cannot be built is refused, and the Stand that runs goes on. Reloads asked for at the same
 * time follow each other, so that the last one sees the files as they are then.
 */
export function standReloader({ current, load, logger }: ReloadOptions): () => Promise<Reloaded> {
  let last: Promise<unknown> = Promise.resolve();

  async function reload(): Promise<Reloaded> {
    const { versie } = current.served.stand;
    try {
      const next = await load(versie);
      if (next === undefined) {
        logger.info({ stand: versie }, 'stand unchanged');
        return 'unchanged';
      }
      current.replace(next);
      logger.info({ stand: next.stand.versie, vorige: versie }, 'stand replaced');
      return 'replaced';
    } catch (error) {
      const reden =
        error instanceof KetenFout ? { code: error.code, reden: error.reden } : errorTraits(error);
      logger.error({ stand: versie, ...reden }, 'stand refused; the one that runs stays');
      return 'refused';
    }
  }

  return () => {
    const next = last.then(reload);
    last = next;
    return next;
  };
}
