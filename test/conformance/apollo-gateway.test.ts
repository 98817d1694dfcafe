import { afterAll, describe, expect, it } from 'vitest';
import { checkAll, TIME_LIMIT } from './check-all.ts';
import { conformanceGraphs } from './conformance-graphs.ts';
import { federated, gatewayOver } from './federated.ts';
import { operations } from './generate-operation.ts';
import { knownDifferences, mayDiffer } from './known-differences.ts';
import { mayFail } from './known-failures.ts';
import { monolith } from './monolith.ts';
import { referenceGateway } from './reference-gateway.ts';

describe.each(conformanceGraphs)('a graph with $name', async (graph) => {
  const graphs = federated(graph);
  const { stand, ask } = await gatewayOver(graphs, 'hive');
  const reference = await referenceGateway(graphs);
  afterAll(() => Promise.all([stand.planner.close(), reference.stop()]));

  it('gives the data that stock @apollo/gateway gives', { timeout: TIME_LIMIT }, async () => {
    const asked = operations(stand.schema, graph.values).filter(
      (operation) => !mayFail('hive', graph, operation) && !mayDiffer(graph, operation),
    );
    await checkAll([asked], async (operation) => {
      expect((await ask(operation)).data).toEqual((await reference.ask(operation)).data);
    });
  });
});

describe.each(knownDifferences)('stock @apollo/gateway and $name', async ({ graph, example }) => {
  const graphs = federated(graph);
  const { stand, ask } = await gatewayOver(graphs, 'hive');
  const reference = await referenceGateway(graphs);
  afterAll(() => Promise.all([stand.planner.close(), reference.stop()]));

  it('still answers otherwise than one schema does, and than we do', async () => {
    const { result } = await monolith(graph).ask(example);
    expect((await ask(example)).data).toEqual(result.data);
    expect((await reference.ask(example)).data).not.toEqual(result.data);
  });
});
