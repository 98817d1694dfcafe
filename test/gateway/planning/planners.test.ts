import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundedPlanner } from '../../../gateway/planning/bounded-planner.ts';
import { choosePlanner, type PlannerName } from '../../../gateway/planning/choose-planner.ts';
import type { Planner } from '../../../gateway/planning/planner.ts';
import { question, schema, supergraph } from './costly.ts';

/** Longer than any of these plans may take. */
const LONG = 60_000;

describe.each<PlannerName>(['hive', 'apollo'])('the planner %s', (name) => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await choosePlanner({ sdl: supergraph, schema }, name);
  });
  afterAll(() => planner.close());

  it('lets everything else go on while it makes a plan', async () => {
    let isPlanned = false;
    const plan = planner.plan(question(name === 'hive' ? 4 : 2)).then((made) => {
      isPlanned = true;
      return made;
    });
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    expect(isPlanned).toBe(false);
    expect((await plan).node).toBeDefined();
  });

  it('stops a plan that takes longer than the budget, with a code, and plans the next', async () => {
    const bounded = boundedPlanner(planner, 20);
    await expect(bounded.plan(question(5))).rejects.toMatchObject({ code: 'PLAN_TE_DUUR' });
    const { node } = await boundedPlanner(planner, LONG).plan(question(1));
    expect(node).toBeDefined();
  });

  it('gives the same plan however many are made at the same time', async () => {
    const bounded = boundedPlanner(planner, LONG);
    const plans = await Promise.all(Array.from({ length: 8 }, () => bounded.plan(question(1))));
    expect(new Set(plans.map((plan) => JSON.stringify(plan)))).toHaveLength(1);
  });
});

it.each<PlannerName>(['hive', 'apollo'])(
  'the planner %s that cannot read the supergraph says so',
  async (name) => {
    const planner = await choosePlanner({ sdl: 'type Query {', schema }, name);
    await expect(planner.ready()).rejects.toMatchObject({ code: 'PLAN_MISLUKT' });
    await planner.close();
  },
);
