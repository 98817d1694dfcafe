import cluster from 'node:cluster';

/** How many of the processes behind one port are ready. */
export interface Werkerstand {
  readonly gereed: number;
  readonly van: number;
}

/** What this process is when it is one of several behind one port. */
export interface Worker {
  /** Its place, from 1; whoever takes its place gets the same. */
  readonly nummer: number;
  /** How all of them do, as far as this one was told. */
  readonly stand: () => Werkerstand;
}

/** What the first process tells its workers. */
export type WorkerMessage = { readonly soort: 'stop' } | ({ readonly soort: 'werkers' } & Werkerstand);

/** The variable that tells a worker its number. */
export const WORKER_NUMBER = 'KETENGRAAF_WERKER';

/**
 * Takes up the work of a worker, or gives `undefined` when this process is the only one or the first.
 * @param onStop called when it is asked to finish what it is doing and end; signals do not do that everywhere
 */
export function becomeWorker(onStop: () => void): Worker | undefined {
  if (!cluster.isWorker) return undefined;
  let stand: Werkerstand = { gereed: 0, van: 1 };
  process.on('message', (message: WorkerMessage) => {
    if (message.soort === 'stop') onStop();
    else if (message.soort === 'werkers') stand = message;
  });
  return { nummer: Number(process.env[WORKER_NUMBER]), stand: () => stand };
}
