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
export type WorkerMessage =
  | { readonly soort: 'stop' | 'herlaad' }
  | ({ readonly soort: 'werkers' } & Werkerstand);

/** The variable that tells a worker its number. */
export const WORKER_NUMBER = 'KETENGRAAF_WERKER';

/** What a worker does when the first process asks it; signals do not do that everywhere. */
export interface WorkerDuties {
  /** Finishes what it is doing and ends. */
  readonly onStop: () => void;
  /** Reads the files of the Stand again. */
  readonly onReload: () => void;
}

/** Takes up the work of a worker, or gives `undefined` when this process is the only one or the first. */
export function becomeWorker({ onStop, onReload }: WorkerDuties): Worker | undefined {
  if (!cluster.isWorker) return undefined;
  let stand: Werkerstand = { gereed: 0, van: 1 };
  process.on('message', (message: WorkerMessage) => {
    if (message.soort === 'stop') onStop();
    else if (message.soort === 'herlaad') onReload();
    else if (message.soort === 'werkers') stand = message;
  });
  return { nummer: Number(process.env[WORKER_NUMBER]), stand: () => stand };
}
