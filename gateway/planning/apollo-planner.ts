import { print } from 'graphql';
import { Worker } from 'node:worker_threads';
import type { Foutcode } from '../../schema/fouten/catalogus.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Plan } from './plan.ts';
import type { Planner } from './planner.ts';

/** What crosses to the thread. */
export interface PlanRequest {
  readonly id: number;
  readonly text: string;
  readonly operationName: string | null;
}

/** What comes back: a plan, or why there is none. */
export interface PlanAnswer {
  readonly id: number;
  readonly plan?: Plan;
  readonly code?: Foutcode;
  readonly reden?: string;
}

interface Asked {
  readonly resolve: (plan: Plan) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Resolves when it has read the supergraph; rejects when it ends before that. */
  readonly ready: Promise<void>;
  readonly asked: Map<number, Asked>;
  hasEnded: boolean;
}

const FILE = new URL('apollo-worker.ts', import.meta.url);

/** The most memory a thread may take for the objects of its plans; one that needs more ends, and nothing else does. */
const MAX_HEAP_MB = 512;

/**
 * The planner of @apollo/query-planner behind our port, on one thread of its own. It cannot be told to stop, so a plan
 * that takes too long ends its thread. A thread that ended, for whatever reason, is replaced; what it had been asked
 * fails with PLAN_MISLUKT.
 */
export function apolloPlanner(supergraphSdl: string): Planner {
  let isClosed = false;
  let lastId = 0;
  let current = beginThread(supergraphSdl, replace);

  /** At once, so that the next plan finds a thread that is ready. */
  function replace(ended: Thread): void {
    if (current === ended && !isClosed) current = beginThread(supergraphSdl, replace);
  }

  function thread(): Thread {
    // One that could not even begin was not replaced: it may fail again, and would do so for ever.
    if (current.hasEnded && !isClosed) current = beginThread(supergraphSdl, replace);
    return current;
  }

  return {
    name: '@apollo/query-planner',
    atOnce: 1,
    ready: () => thread().ready,
    plan: ({ document, operationName }, signal) =>
      new Promise((resolve, reject) => {
        const { worker, asked } = thread();
        lastId += 1;
        const id = lastId;
        const stop = (): void => void worker.terminate();
        const done = (): void => {
          signal?.removeEventListener('abort', stop);
          asked.delete(id);
          if (asked.size === 0) worker.unref();
        };
        asked.set(id, {
          resolve: (plan) => {
            done();
            resolve(plan);
          },
          reject: (error) => {
            done();
            reject(error);
          },
        });
        signal?.addEventListener('abort', stop, { once: true });
        worker.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ id, text: print(document), operationName } satisfies PlanRequest);
      }),
    close: async () => {
      isClosed = true;
      await current.worker.terminate();
    },
  };
}

/** @param replace called when a thread that was once ready has ended */
function beginThread(supergraphSdl: string, replace: (thread: Thread) => void): Thread {
  const worker = new Worker(FILE, {
    workerData: supergraphSdl,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const asked = new Map<number, Asked>();
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  // Whoever waits for it is told; nobody has to wait.
  ready.catch(() => {});
  const thread: Thread = { worker, ready, asked, hasEnded: false };

  let wasReady = false;
  let reason = 'the planning thread ended';
  worker.on('message', (message: PlanAnswer | 'ready') => {
    if (message === 'ready') {
      wasReady = true;
      // A thread that waits for work does not keep the process running.
      if (asked.size === 0) worker.unref();
      resolve();
      return;
    }
    const { id, plan, code, reden } = message;
    const { resolve: planned, reject: refused } = asked.get(id) ?? {};
    if (plan === undefined) refused?.(new KetenFout(code ?? 'PLAN_MISLUKT', reden));
    else planned?.(plan);
  });
  worker.once('error', (error) => {
    if (error instanceof Error) reason = error.message;
  });
  worker.once('exit', () => {
    thread.hasEnded = true;
    reject(new KetenFout('PLAN_MISLUKT', reason));
    if (wasReady) replace(thread);
    for (const each of asked.values()) each.reject(new KetenFout('PLAN_MISLUKT', reason));
  });
  return thread;
}
