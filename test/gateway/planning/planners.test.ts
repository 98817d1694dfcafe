import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
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
    const bounded = boundedPlanner(planner, { maxMs: 20, atOnce: 1 });
    await expect(bounded.plan(question(5))).rejects.toMatchObject({ code: 'PLAN_TE_DUUR' });
    const { node } = await boundedPlanner(planner, { maxMs: LONG, atOnce: 1 }).plan(question(1));
    expect(node).toBeDefined();
  });

  it('gives the same plan however many are made at the same time', async () => {
    const bounded = boundedPlanner(planner, { maxMs: LONG, atOnce: 2 });
    const plans = await Promise.all(Array.from({ length: 8 }, () => bounded.plan(question(1))));
    expect(new Set(plans.map((plan) => JSON.stringify(plan)))).toHaveLength(1);
  });
});

describe('the thread of the planner apollo', () => {
  /** Printed it cannot be read again, which the thread is not made for. */
  const broken: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '}{' } }],
        },
      },
    ],
  };

  it('is replaced when it ends by itself, and what it was asked fails', async () => {
    const planner = await choosePlanner({ sdl: supergraph, schema }, 'apollo');
    const lost = planner.plan({ document: broken, operationName: null });
    const behind = planner.plan(question(1));
    await expect(lost).rejects.toMatchObject({ code: 'PLAN_MISLUKT' });
    await expect(behind).rejects.toMatchObject({ code: 'PLAN_MISLUKT' });
    await planner.ready();
    expect((await planner.plan(question(1))).node).toBeDefined();
    await planner.close();
  });

  it('that cannot begin says so', async () => {
    await expect(choosePlanner({ sdl: 'type Query { a: Int }', schema }, 'apollo')).rejects.toMatchObject({
      code: 'PLAN_MISLUKT',
    });
  });
});
