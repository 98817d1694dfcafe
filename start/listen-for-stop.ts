/** npm passes Ctrl-C on to us after the terminal already has: within this time it is the same keypress. */
const SAME_PRESS = 1_000;

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How the wish to stop reaches us. */
export interface StopListener {
  /** Given at the first SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  /** What to do, before the process exits with 1, at a second one. */
  readonly onSecond: (doe: () => void) => void;
}

/** Listens for the signals that ask this process to stop. The first asks, the second insists. */
export function listenForStop(): StopListener {
  const controller = new AbortController();
  let first = 0;
  let insist = (): void => undefined;
  for (const name of STOP_SIGNALS) {
    process.on(name, () => {
      if (!controller.signal.aborted) {
        first = Date.now();
        controller.abort(new Error(`Stopped by ${name}.`));
      } else if (Date.now() - first > SAME_PRESS) {
        insist();
        process.exit(1);
      }
    });
  }
  return Object.freeze({ signal: controller.signal, onSecond: (doe: () => void) => (insist = doe) });
}
