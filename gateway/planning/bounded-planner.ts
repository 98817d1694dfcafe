import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Planner } from './planner.ts';

/** The most milliseconds that a plan may take by default, and that an operation waits for its turn. */
export const DEFAULT_PLAN_MS = 2_000;

/**
 * A planner with a budget, which makes one plan at a time. A plan that takes longer than the budget is stopped, and the
 * operation is refused: it is the client who can ask something simpler. An operation that does not get its turn within
 * the budget is refused for now.
 * @throws KetenFout (from `plan`) PLAN_TE_DUUR, PLANNER_BEZET, and what the planner throws
 */
export function boundedPlanner(planner: Planner, maxMs: number): Planner {
  let isFree = true;
  const waiting = new Set<() => void>();

  /** Gives the turn to who has waited longest. */
  const pass = (): void => {
    const [next] = waiting;
    if (next === undefined) isFree = true;
    else next();
  };

  const turn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (isFree) {
        isFree = false;
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
