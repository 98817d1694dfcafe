import type { ServerResponse } from 'node:http';
import type { ServedStand } from './served-stand.ts';

interface Held {
  readonly served: ServedStand;
  /** Requests that it has not answered yet. */
  open: number;
}

/**
 * The Stand that requests get. A request keeps the one it began with: when it is replaced, the old one goes on until
 * the last of its requests is answered, and is closed then.
 */
export class CurrentStand {
  readonly #held = new Set<Held>();
  readonly #onCloseFailed: (error: unknown) => void;
  #current: Held;

  /** @param onCloseFailed told when an old Stand did not close well, which no request notices */
  constructor(served: ServedStand, onCloseFailed: (error: unknown) => void) {
    this.#onCloseFailed = onCloseFailed;
    this.#current = this.#hold(served);
  }

  /** The one that a request would get that begins now. */
  get served(): ServedStand {
    return this.#current.served;
  }

  /** The Stand for a request that begins now; it stays until the answer is sent or the client is gone. */
  begin(response: ServerResponse): ServedStand {
    const held = this.#current;
    held.open += 1;
    response.once('close', () => {
      held.open -= 1;
      this.#closeIfDone(held);
    });
    return held.served;
  }

  /** Gives requests that begin from now on another Stand. */
  replace(served: ServedStand): void {
    const old = this.#current;
    this.#current = this.#hold(served);
    this.#closeIfDone(old);
  }

  /** Closes every Stand there still is; no request may be left. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#held, ({ served }) => served.close()));
    this.#held.clear();
  }

  #hold(served: ServedStand): Held {
    const held = { served, open: 0 };
    this.#held.add(held);
    return held;
  }

  #closeIfDone(held: Held): void {
    if (held === this.#current || held.open > 0 || !this.#held.delete(held)) return;
    held.served.close().catch(this.#onCloseFailed);
  }
}
