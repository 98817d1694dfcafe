import { describe, expect, it } from 'vitest';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { federated, gatewayOver } from './federated.ts';
import { knownFailures } from './known-failures.ts';
import { monolith } from './monolith.ts';

const PLANNERS: readonly PlannerName[] = ['hive', 'apollo'];

describe.each(knownFailures)('known of planners: $name', ({ planners, graph, example }) => {
  it.each(PLANNERS)('%s plans it as is known', async (planner) => {
    const { result } = await monolith(graph).ask(example, example.faults);
    const { stand, ask } = await gatewayOver(federated(graph), planner);
    const data = await ask(example, example.faults).then(
      (answer) => answer.data,
      (error: unknown) => (error instanceof KetenFout ? error.code : error),
    );
    await stand.planner.close();
    const isWrong = planners.includes(planner);
    if (isWrong) expect(data).not.toEqual(result.data);
    else expect(data).toEqual(result.data);
    if (isWrong && typeof data !== 'object') expect(data).toBe('PLAN_MISLUKT');
  });
});
