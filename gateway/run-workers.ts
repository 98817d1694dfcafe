import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { RunningGateway } from './start-gateway.ts';
import { WORKER_NUMBER, type WorkerMessage } from './worker.ts';

/** How several processes serve one port. */
export interface WorkersOptions {
  readonly count: number;
  /** Milliseconds that a worker gets to finish what it is doing before it is ended. */
  readonly drainMs: number;
  readonly logger: Logger;
  /** What the environment of a worker has beside that of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called when workers keep ending, so that replacing them is no use. */
  readonly onGivenUp: (fout: KetenFout) => void;
}

/** The workers behind one port, as one gateway. */
export interface RunningWorkers extends Pick<RunningGateway, 'url' | 'stop'> {
  /** Asks every worker to read the files of the Stand again; each says in the log how that ended. */
  readonly reload: () => void;
}

/** More workers than this that end within the time are not replaced any more. */
const DEATHS = 5;
const DEATHS_WITHIN_MS = 60_000;

/**
 * Runs this program `count` times as workers behind one port (node:cluster, which works on every platform; SO_REUSEPORT
 * does not). A worker that ends is replaced. The first begins alone: what stands in the way of it is said once.
 * @throws KetenFout PROCES_GESTOPT when a worker ends before all are ready
 */
export async function runWorkers({
  count,
  drainMs,
  logger,
  env = {},
  onGivenUp,
}: WorkersOptions): Promise<RunningWorkers> {
  const running = new Map<number, Worker>();
  const ready = new Set<number>();
  let deaths: readonly number[] = [];
  let isServing = false;

  const tellAll = (): void => {
    for (const worker of running.values()) tell(worker, { soort: 'werkers', gereed: ready.size, van: count });
  };

  /** Begins a worker; resolves with its address when it is ready. */
  const begin = (werker: number): Promise<string> => {
    const worker = cluster.fork({ ...env, [WORKER_NUMBER]: String(werker) });
    running.set(werker, worker);
    // What is sent to one that is ending does not arrive, and need not.
    worker.on('error', () => undefined);
    return new Promise((resolve, reject) => {
      worker.on('message', (message: { readonly soort?: unknown; readonly url?: unknown }) => {
        if (message.soort !== 'gereed') return;
        ready.add(werker);
        tellAll();
        resolve(String(message.url));
      });
      worker.once('exit', (code: number | null, signal: string | null) => {
        running.delete(werker);
        ready.delete(werker);
        tellAll();
        const how = signal === null ? `code ${code}` : `signal ${signal}`;
        const fout = new KetenFout('PROCES_GESTOPT', `worker ${werker} ended with ${how}`, {
          proces: `werker ${werker}`,
        });
        reject(fout);
        if (isServing) replace(werker, fout);
      });
    });
  };

  const replace = (werker: number, fout: KetenFout): void => {
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now];
    const isTooMany = deaths.length > DEATHS;
    logger.error({ werker, reden: fout.reden, vervangen: !isTooMany }, 'worker ended');
    if (isTooMany) onGivenUp(fout);
    // When it ends before it is ready, it is replaced again: that counts as well.
    else void begin(werker).catch(() => undefined);
  };

  const reload = (): void => {
    for (const worker of running.values()) tell(worker, { soort: 'herlaad' });
  };

  const stop = async (): Promise<void> => {
    isServing = false;
    const ended = Array.from(running.values(), (worker) => new Promise((done) => worker.once('exit', done)));
    for (const [werker, worker] of running) {
      // One that is not ready yet may not listen yet, and has nothing to finish.
      if (ready.has(werker)) tell(worker, { soort: 'stop' });
      else worker.process.kill('SIGTERM');
    }
    const late = setTimeout(() => {
      for (const worker of running.values()) worker.process.kill('SIGKILL');
    }, drainMs);
    await Promise.all(ended);
    clearTimeout(late);
  };

  try {
    const url = await begin(1);
    await Promise.all(Array.from({ length: count - 1 }, (_, at) => begin(at + 2)));
    // One may have ended while the others began.
    if (ready.size < count) throw new KetenFout('PROCES_GESTOPT', 'a worker ended during the start');
    isServing = true;
    return { url, reload, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function tell(worker: Worker, message: WorkerMessage): void {
  // One that is ending hears nothing, and need not.
  if (worker.isConnected()) worker.send(message, () => undefined);
}
