/** npm passes Ctrl-C on to us after the terminal already has: within this time it is the same keypress. */
const SAME_PRESS = 1_000;

/** How often to look whether npm is still there, in milliseconds. */
const PARENT_CHECK = 250;

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How the wish to stop reaches us. */
export interface StopListener {
  /** Given at the first SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  /** What to do, before the process exits with 1, at a second one. */
  readonly onSecond: (doe: () => void) => void;
}

/** Listens for the signals that ask this process to stop, and for the end of npm. The first asks, the second insists. */
export function listenForStop(): StopListener {
  const controller = new AbortController();
  let first = 0;
  let insist = (): void => undefined;
  const ask = (by: string): void => {
    first = Date.now();
    controller.abort(new Error(`Stopped by ${by}.`));
  };
  for (const name of STOP_SIGNALS) {
    process.on(name, () => {
      if (!controller.signal.aborted) return ask(name);
      if (Date.now() - first <= SAME_PRESS) return;
      insist();
      process.exit(1);
    });
  }
  // Its end asks once and never insists: when npm goes because of our first signal, we are stopping already.
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentGoes(() => ask('the end of npm'));
  return Object.freeze({ signal: controller.signal, onSecond: (doe: () => void) => (insist = doe) });
}

/** npm runs us in a shell and passes SIGTERM on to that alone, which ends without telling us. */
function whenParentGoes(doe: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    doe();
  }, PARENT_CHECK);
  timer.unref();
}
