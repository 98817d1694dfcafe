/** How long a window lasts, in milliseconds. */
const WINDOW_MS = 10_000;

/** The most calls of a window that may be made twice: one in so many. */
const CALLS_PER_RETRY = 10;

/** As many calls may be made twice in any window, so that a quiet subgraph gets a second chance too. */
const RETRIES_AT_LEAST = 3;

/**
 * What became of the calls to one subgraph in the current ten seconds. Windows follow each other and begin empty; time
 * is in milliseconds since 1970, and comes from whoever already knows it.
 */
export class CallWindow {
  #ends = 0;
  #calls = 0;
  #retries = 0;
  #succeeded = 0;
  #failed = 0;

  /** Counts a call that is about to be made. */
  began(now: number): void {
    this.#at(now);
    this.#calls += 1;
  }

  /** Counts a call that brought an answer. */
  succeeded(now: number): void {
    this.#at(now);
    this.#succeeded += 1;
  }

  /** Counts a call that failed for a reason that lies with the subgraph. */
  failed(now: number): void {
    this.#at(now);
    this.#failed += 1;
  }

  /** Takes a retry out of the budget; `false` when it is spent. */
  takeRetry(now: number): boolean {
    this.#at(now);
    if (this.#retries >= Math.max(RETRIES_AT_LEAST, Math.floor(this.#calls / CALLS_PER_RETRY))) return false;
    this.#retries += 1;
    return true;
  }

  /** Whether at least `minimum` calls ended in this window and more than `share` (0 to 1) of them failed. */
  isFailing({ minimum, share }: { readonly minimum: number; readonly share: number }): boolean {
    const ended = this.#succeeded + this.#failed;
    return ended >= minimum && this.#failed > share * ended;
  }

  /** Begins counting anew how calls ended; what was taken from the budget stays taken. */
  forget(): void {
    this.#succeeded = 0;
    this.#failed = 0;
  }

  #at(now: number): void {
    if (now < this.#ends) return;
    this.#ends = now + WINDOW_MS;
    this.#calls = 0;
    this.#retries = 0;
    this.#succeeded = 0;
    this.#failed = 0;
  }
}
