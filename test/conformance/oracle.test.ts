import fc from 'fast-check';
import { buildASTSchema, type ExecutionResult, parse, printSchema, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { bookshop } from '../gateway/execution/bookshop.ts';
import { graphInProcess } from '../gateway/graph-in-process.ts';
import { operations } from './generate-operation.ts';
import { monolith } from './monolith.ts';

const ARGUMENTS = {
  'Query.product': ['(id: "1")', '(id: "2")', '(id: "9")'],
  'Product.kind': ['', '(n: 1)', '(n: 2)'],
};
const RUNS = Number(process.env['CONFORMANCE_RUNS'] ?? 300);

const paths = ({ errors }: ExecutionResult): readonly string[] =>
  [...new Set((errors ?? []).map(({ path }) => path?.join('.') ?? ''))].toSorted();

describe.each<PlannerName>(['hive', 'apollo'])('with plans of %s, the graph', async (planner) => {
  const { stand, ask } = await graphInProcess(bookshop, planner);
  const askMonolith = monolith(buildASTSchema(parse(printSchema(stand.schema))), bookshop);
  // Apollo's planner drops a field whose own fields can never all take part; Hive's does not.
  const conditionsOnLeavesOnly = planner === 'apollo';
  const generated = operations(stand.schema, { argumentTexts: ARGUMENTS, conditionsOnLeavesOnly });

  it('answers any query as one schema over the same data does', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ query, variables }) => {
        fc.pre(validate(stand.schema, parse(query)).length === 0);
        const ours = await ask(query, variables);
        const oracle = await askMonolith(query, variables, new Set());
        expect(ours.data).toEqual(oracle.data);
        expect(paths(ours)).toEqual(paths(oracle));
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves empty what one schema leaves empty when a source is away, with an error where it is', async () => {
    const away = fc.constantFrom('products', 'reviews', 'users', 'shipping');
    await fc.assert(
      fc.asyncProperty(generated, away, async ({ query, variables }, subgraph) => {
        fc.pre(validate(stand.schema, parse(query)).length === 0);
        const ours = await ask(query, variables, (call) => {
          if (call.subgraph === subgraph) throw new KetenFout('BRON_MISLUKT');
          return undefined;
        });
        const oracle = await askMonolith(query, variables, new Set([subgraph]));
        expect(ours.data).toEqual(oracle.data);
        // graphql-js may report more than one reason for the same emptiness; ours are among them.
        expect(paths(oracle)).toEqual(expect.arrayContaining([...paths(ours)]));
        expect(paths(ours).length > 0).toBe(paths(oracle).length > 0);
      }),
      { numRuns: RUNS },
    );
  });
});
