import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import { checkAll, TIME_LIMIT } from './check-all.ts';
import { conformanceGraphs } from './conformance-graphs.ts';
import { expectSameAnswer } from './compare-answers.ts';
import { federated, gatewayOver } from './federated.ts';
import { faultsOf } from './generate-faults.ts';
import { operations } from './generate-operation.ts';
import { mayFail } from './known-failures.ts';
import { monolith } from './monolith.ts';

/** The tests that compare the gateway, with the plans of a planner, with graphql-js on one schema. */
export function compareWithOneSchema(planner: PlannerName): void {
  describe.each(conformanceGraphs)(`with plans of ${planner}, a graph with $name`, async (graph) => {
    const { stand, ask } = await gatewayOver(federated(graph), planner);
    const oracle = monolith(graph);
    const asked = operations(oracle.schema, graph.values).filter((each) => !mayFail(planner, graph, each));
    afterAll(() => stand.planner.close());

    it('shows clients the schema that it should', () => {
      const text = (schema: typeof stand.schema): string => printSchema(lexicographicSortSchema(schema));
      expect(text(stand.schema)).toBe(text(buildSchema(graph.api)));
    });

    it('answers any operation as one schema over the same data does', { timeout: TIME_LIMIT }, async () => {
      await checkAll([asked], async (operation) => {
        expectSameAnswer(await ask(operation), await oracle.ask(operation));
      });
    });

    it(
      'leaves empty what one schema leaves empty when the same things fail',
      { timeout: TIME_LIMIT },
      async () => {
        await checkAll([asked, faultsOf(graph, oracle.schema)], async (operation, faults) => {
          expectSameAnswer(await ask(operation, faults), await oracle.ask(operation, faults));
        });
      },
    );
  });
}
