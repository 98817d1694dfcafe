/**
 * The calls of one operation that are under way. One listener gives up all of them: to listen to a signal and to stop
 * listening costs more than anything else that is done for a call here.
 */
export class UnderWay {
  readonly #signal: AbortSignal;
  readonly #calls = new Set<() => void>();

  /** @param signal aborts when the operation is given up */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#giveUp(), { once: true });
  }

  get isGivenUp(): boolean {
    return this.#signal.aborted;
  }

  /** @param giveUp gives up the call that begins */
  began(giveUp: () => void): void {
    this.#calls.add(giveUp);
  }

  ended(giveUp: () => void): void {
    this.#calls.delete(giveUp);
  }

  #giveUp(): void {
    for (const giveUp of this.#calls) giveUp();
    this.#calls.clear();
  }
}
