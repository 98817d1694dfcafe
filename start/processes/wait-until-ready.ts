import { setTimeout as wait } from 'node:timers/promises';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

const STEP = 40;

/**
 * Waits until `GET url` answers 200. Throws START_TE_TRAAG after `within` milliseconds, with what the
 * last answer said, or the reason of `signal` when that is given first.
 */
export async function waitUntilReady(url: string, within: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await ask(url, signal);
    if (answer === true) return;
    if (Date.now() >= deadline) {
      throw new KetenFout('START_TE_TRAAG', `${url} was not ready within ${within} ms. It said: ${answer}`);
    }
    await wait(STEP, undefined, { signal });
  }
}

async function ask(url: string, signal: AbortSignal): Promise<string | true> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) });
    const text = await response.text();
    return response.status === 200 ? true : `${response.status} ${text.slice(0, 500)}`;
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Error ? error.message : 'no answer';
  }
}
