import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Planner } from './planner.ts';

/** What planning may cost. */
export interface PlanningBounds {
  /** The most milliseconds that a plan may take; an operation waits as long for its turn. */
  readonly maxMs: number;
  /** The most plans that are made at once. */
  readonly atOnce: number;
}

/**
 * Hive's planner works on the threads that Node also verifies signatures and resolves names with, four unless
 * UV_THREADPOOL_SIZE says otherwise: plans leave half of them free.
 */
export const DEFAULT_PLANNING: PlanningBounds = { maxMs: 2_000, atOnce: 2 };

/**
 * A planner with a budget. A plan that takes longer than the budget is stopped, and the operation is refused: it is
 * the client who can ask something simpler. An operation that does not get its turn in time is refused for now.
 * @throws KetenFout (from `plan`) PLAN_TE_DUUR, PLANNER_BEZET, and what the planner throws
 */
export function boundedPlanner(planner: Planner, { maxMs, atOnce }: PlanningBounds): Planner {
  let free = Math.min(atOnce, planner.atOnce);
  const waiting = new Set<() => void>();

  /** Gives the turn to who has waited longest. */
  const pass = (): void => {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else next();
  };

  const turn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (free > 0) {
        free -= 1;
        resolve();
        return;
      }
      const timer = setTimeout(() => {
        waiting.delete(begin);
        reject(new KetenFout('PLANNER_BEZET'));
      }, maxMs);
      const begin = (): void => {
        waiting.delete(begin);
        clearTimeout(timer);
        resolve();
      };
      waiting.add(begin);
    });

  return {
    ...planner,
    plan: async (operation) => {
      await turn();
      try {
        await planner.ready();
        const stop = new AbortController();
        const timer = setTimeout(() => stop.abort(), maxMs);
        try {
          return await planner.plan(operation, stop.signal);
        } catch (error) {
          throw stop.signal.aborted ? new KetenFout('PLAN_TE_DUUR') : error;
        } finally {
          clearTimeout(timer);
        }
      } finally {
        pass();
      }
    },
  };
}
