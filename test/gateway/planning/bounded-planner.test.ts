import fc from 'fast-check';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boundedPlanner } from '../../../gateway/planning/bounded-planner.ts';
import type { Plan } from '../../../gateway/planning/plan.ts';
import type { OperationToPlan, Planner } from '../../../gateway/planning/planner.ts';

const PLAN: Plan = {};
const OPERATION: OperationToPlan = { document: parse('{ a }'), operationName: null };

/** A planner that takes as long as the name of the operation says, in milliseconds, unless it is stopped. */
function slowPlanner() {
  const seen = { running: 0, most: 0, order: [] as string[] };
  const planner: Planner = {
    name: 'slow',
    ready: async () => {},
    close: async () => {},
    plan: ({ operationName }, signal) =>
      new Promise((resolve, reject) => {
        seen.running += 1;
        seen.most = Math.max(seen.most, seen.running);
        seen.order.push(operationName ?? '');
        const timer = setTimeout(
          () => {
            seen.running -= 1;
            resolve(PLAN);
          },
          Number(operationName?.split(' ')[0]),
        );
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          seen.running -= 1;
          reject(new Error('stopped'));
        });
      }),
  };
  return { planner, seen };
}

const taking = (ms: number, name = ''): OperationToPlan => ({ ...OPERATION, operationName: `${ms} ${name}` });

/** How an operation ended: planned, or with which code. */
const outcome = (plan: Promise<Plan>): Promise<string> =>
  plan.then(
    () => 'planned',
    (error: { code?: string }) => error.code ?? 'no code',
  );

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('planning within bounds', () => {
  it('refuses the operation whose plan takes too long, and the one that had to wait too long for it', async () => {
    const { planner } = slowPlanner();
    const { plan } = boundedPlanner(planner, 100);
    const outcomes = Promise.all([taking(500), taking(1), taking(1)].map((each) => outcome(plan(each))));
    await vi.runAllTimersAsync();
    expect(await outcomes).toEqual(['PLAN_TE_DUUR', 'PLANNER_BEZET', 'PLANNER_BEZET']);
    const after = outcome(plan(taking(1)));
    await vi.runAllTimersAsync();
    expect(await after).toBe('planned');
  });

  it('plans in the order of asking', async () => {
    const { planner, seen } = slowPlanner();
    const { plan } = boundedPlanner(planner, 100);
    const outcomes = Promise.all(['a', 'b', 'c'].map((name) => outcome(plan(taking(10, name)))));
    await vi.runAllTimersAsync();
    expect(await outcomes).toEqual(['planned', 'planned', 'planned']);
    expect(seen.order).toEqual(['10 a', '10 b', '10 c']);
  });

  it('begins no plan before the planner is ready for it, and counts no time before that', async () => {
    const { planner } = slowPlanner();
    const begin = Promise.withResolvers<void>();
    const { plan } = boundedPlanner({ ...planner, ready: () => begin.promise }, 100);
    const planned = outcome(plan(taking(50)));
    await vi.advanceTimersByTimeAsync(80);
    begin.resolve();
    await vi.runAllTimersAsync();
    expect(await planned).toBe('planned');
  });

  it('passes on what the planner says when it was not stopped', async () => {
    const { planner } = slowPlanner();
    const failing = { ...planner, plan: () => Promise.reject(new Error('no way to the field')) };
    await expect(boundedPlanner(failing, 100).plan(OPERATION)).rejects.toThrow('no way');
  });

  it('never makes two plans at once, and ends ready for the next', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 30 }), async (durations) => {
        const { planner, seen } = slowPlanner();
        const { plan } = boundedPlanner(planner, 100);
        const outcomes = Promise.all(durations.map((ms) => outcome(plan(taking(ms)))));
        await vi.runAllTimersAsync();
        for (const each of await outcomes)
          expect(['planned', 'PLAN_TE_DUUR', 'PLANNER_BEZET']).toContain(each);
        expect(seen.most).toBeLessThanOrEqual(1);
        expect(seen.running).toBe(0);
        const last = outcome(plan(taking(99)));
        await vi.runAllTimersAsync();
        expect(await last).toBe('planned');
      }),
      { numRuns: 50 },
    );
  });
});
