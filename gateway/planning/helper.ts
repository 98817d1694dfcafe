import type { ChildProcess } from 'node:child_process';
import type { Worker } from 'node:worker_threads';
import type { Foutcode } from '../../schema/fouten/catalogus.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Plan } from './plan.ts';

/** What a helper is asked. */
export interface PlanRequest {
  readonly id: number;
  readonly text: string;
  readonly operationName: string | null;
}

/** What it answers: a plan, or why there is none. */
export interface PlanAnswer {
  readonly id: number;
  readonly plan?: Plan;
  readonly code?: Foutcode;
  readonly reden?: string;
}

/** A thread or a process that makes plans. It says `ready` when it has read the supergraph. */
export interface Line {
  readonly events: Worker | ChildProcess;
  readonly send: (request: PlanRequest) => void;
  /** Whether it keeps this process running. */
  readonly hold: (isBusy: boolean) => void;
  /** Ends it, whatever it is doing. */
  readonly end: () => void;
}

/** What makes plans elsewhere, so that it can be ended. */
export interface Helper {
  /** @throws KetenFout PLAN_MISLUKT, OPERATIE_NIET_ONDERSTEUND */
  readonly plan: (question: Omit<PlanRequest, 'id'>, signal?: AbortSignal) => Promise<Plan>;
  /** Resolves when it has read the supergraph; rejects when it ends before that. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly resolve: (plan: Plan) => void;
  readonly reject: (error: Error) => void;
}

interface Begun {
  readonly line: Line;
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  readonly asked: Map<number, Asked>;
  hasEnded: boolean;
}

/** Reading a supergraph takes no longer, in milliseconds, unless something is wrong. */
const BEGIN_MS = 30_000;

/**
 * Makes plans with a helper, which begins at the first need. It cannot be told to stop, so a plan that takes too long
 * ends it. One that ended, for whatever reason, is replaced; what it had been asked fails with PLAN_MISLUKT.
 */
export function planningHelper(begin: () => Line): Helper {
  let isClosed = false;
  let lastId = 0;
  let current: Begun | undefined;

  /** At once, so that the next plan finds one that is ready. */
  function replace(ended: Begun): void {
    if (current === ended && !isClosed) current = follow(begin(), replace);
  }

  function helper(): Begun {
    // One that could not even begin was not replaced: it may fail again, and would do so for ever.
    if (current === undefined || (current.hasEnded && !isClosed)) current = follow(begin(), replace);
    return current;
  }

  return {
    ready: () => helper().ready,
    plan: (question, signal) =>
      new Promise((resolve, reject) => {
        const { line, asked } = helper();
        lastId += 1;
        const id = lastId;
        const done = (): void => {
          signal?.removeEventListener('abort', line.end);
          asked.delete(id);
          if (asked.size === 0) line.hold(false);
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
        signal?.addEventListener('abort', line.end, { once: true });
        line.hold(true);
        line.send({ id, ...question });
      }),
    close: async () => {
      isClosed = true;
      current?.line.end();
      await current?.ended;
    },
  };
}

/** @param replace called when a helper that was once ready has ended */
function follow(line: Line, replace: (begun: Begun) => void): Begun {
  const asked = new Map<number, Asked>();
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  // Whoever waits for it is told; nobody has to wait.
  ready.promise.catch(() => {});
  const begun: Begun = { line, ready: ready.promise, ended: ended.promise, asked, hasEnded: false };

  const tooLate = setTimeout(line.end, BEGIN_MS);
  tooLate.unref();
  let wasReady = false;
  let reden = 'what makes plans has ended';
  const onEnd = (): void => {
    if (begun.hasEnded) return;
    begun.hasEnded = true;
    clearTimeout(tooLate);
    ended.resolve();
    ready.reject(new KetenFout('PLAN_MISLUKT', reden));
    if (wasReady) replace(begun);
    for (const { reject } of asked.values()) reject(new KetenFout('PLAN_MISLUKT', reden));
  };
  line.events.on('message', (message: PlanAnswer | 'ready') => {
    if (message === 'ready') {
      wasReady = true;
      clearTimeout(tooLate);
      if (asked.size === 0) line.hold(false);
      ready.resolve();
      return;
    }
    const { id, plan, code, reden: why } = message;
    const question = asked.get(id);
    if (plan === undefined) question?.reject(new KetenFout(code ?? 'PLAN_MISLUKT', why));
    else question?.resolve(plan);
  });
  line.events.once('error', (error: Error) => {
    reden = error.message;
    line.end();
  });
  line.events.once('exit', onEnd);
  return begun;
}
