import { circuitBreaker, type CircuitBreakerPolicy, CircuitState, handleAll, type IBreaker } from 'cockatiel';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { CallWindow } from './call-window.ts';

/** When a subgraph is left alone, and for how long. */
export interface BreakerSettings {
  /** Opens when more than this share (0 to 1) of the calls of a window failed; at 1 it never opens. */
  readonly share: number;
  /** Never opens on fewer calls than this. */
  readonly minimum: number;
  /** Milliseconds until one call may try whether the subgraph is back. */
  readonly openMs: number;
}

/** What a breaker does: lets calls through, refuses them, or waits for the one that tries. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** The call that tries whether the subgraph is back. */
export interface Trial {
  /** Tells how it went; resolves when the breaker has taken that in. */
  readonly settle: (isGood: boolean) => Promise<void>;
}

/**
 * The circuit breaker of one subgraph. The states are those of cockatiel. Calls do not run inside its policy: while the
 * breaker is closed a call that succeeds costs one counter, and nothing waits.
 */
export class CircuitBreaker {
  readonly #window: CallWindow;
  readonly #policy: CircuitBreakerPolicy;

  constructor(window: CallWindow, settings: BreakerSettings, onChange: (state: BreakerState) => void) {
    this.#window = window;
    this.#policy = circuitBreaker(handleAll, {
      halfOpenAfter: settings.openMs,
      breaker: windowBreaker(window, settings),
    });
    this.#policy.onStateChange((state) => onChange(nameOf(state)));
  }

  get isClosed(): boolean {
    return this.#policy.state === CircuitState.Closed;
  }

  /**
   * Asks whether a call may be made. Gives a trial when this call decides whether others may.
   * @throws KetenFout BRON_ONDERBROKEN
   */
  admit(subgraph: string): Trial | undefined {
    if (this.isClosed) return undefined;
    // cockatiel would let others wait for the trial; who waits for a source that was failing waits in vain most often.
    if (this.#policy.state === CircuitState.HalfOpen) throw interrupted(subgraph);
    const outcome = Promise.withResolvers<void>();
    let isAdmitted = false;
    const settled = this.#policy.execute(() => {
      isAdmitted = true;
      return outcome.promise;
    });
    void settled.catch(() => undefined);
    if (!isAdmitted) throw interrupted(subgraph);
    return {
      settle: async (isGood) => {
        if (isGood) outcome.resolve();
        else outcome.reject(new Error('the subgraph is not back'));
        await settled.catch(() => undefined);
      },
    };
  }

  /** Counts a call that failed; resolves when the breaker has taken that in. */
  async failed(now: number): Promise<void> {
    this.#window.failed(now);
    if (!this.isClosed) return;
    await this.#policy.execute(fail).catch(() => undefined);
  }
}

/**
 * Opens by the window that counts every call. cockatiel's own SamplingBreaker forgets only while calls come in: after a
 * quiet hour it still weighs the calls of that hour.
 */
function windowBreaker(window: CallWindow, settings: BreakerSettings): IBreaker {
  return {
    // Nothing of it is kept over a restart.
    state: undefined,
    success: (state) => {
      if (state === CircuitState.HalfOpen) window.forget();
    },
    failure: (state) => state !== CircuitState.Closed || window.isFailing(settings),
  };
}

function fail(): Promise<never> {
  return Promise.reject(new Error('a call failed'));
}

function interrupted(subgraph: string): KetenFout {
  return new KetenFout('BRON_ONDERBROKEN', 'its circuit breaker is open', { bron: subgraph });
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
