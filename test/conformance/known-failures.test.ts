import { describe, expect, it } from 'vitest';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import { federated, gatewayOver } from './federated.ts';
import { knownFailures } from './known-failures.ts';
import { monolith } from './monolith.ts';

describe.each(knownFailures)('the planner $planner, and $name', ({ planner, graph, example }) => {
  const asked = async (name: PlannerName) => {
    const { stand, ask } = await gatewayOver(federated(graph), name);
    const answer = await ask(example, example.faults);
    await stand.planner.close();
    return answer;
  };

  it('still gives another answer than one schema does', async () => {
    const { result } = await monolith(graph).ask(example, example.faults);
    expect((await asked(planner)).data).not.toEqual(result.data);
  });

  it('is no fault of the other planner', async () => {
    const { result } = await monolith(graph).ask(example, example.faults);
    expect((await asked(planner === 'hive' ? 'apollo' : 'hive')).data).toEqual(result.data);
  });
});
