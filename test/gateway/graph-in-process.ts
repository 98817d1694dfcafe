import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type ExecutionResult, getOperationAST, graphql, parse, validate } from 'graphql';
import { compileOperation } from '../../gateway/execution/compile-operation.ts';
import { withInternalNames } from '../../gateway/execution/internal-name.ts';
import { compileVariables } from '../../gateway/execution/coerce-variables.ts';
import type { CallSubgraph, SubgraphAnswer } from '../../gateway/execution/call-subgraph.ts';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import { bouwStand, type Stand } from '../../gateway/stand.ts';

/** A subgraph that lives inside the test. */
export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: GraphQLResolverMap<unknown>;
}

/** What a call carried, for tests that count or look. */
export interface SeenCall {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Replaces the answer of a subgraph; `undefined` lets it answer itself. */
export type Intervene = (
  call: SeenCall,
  answer: SubgraphAnswer,
) => SubgraphAnswer | Promise<SubgraphAnswer> | undefined;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override"])`;

/** Composes subgraphs and runs operations over them with our planner and executor, without a network. */
export async function graphInProcess(
  subgraphs: readonly TestSubgraph[],
  planner?: PlannerName,
): Promise<{
  readonly stand: Stand;
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    intervene?: Intervene,
  ) => Promise<ExecutionResult>;
  readonly calls: SeenCall[];
}> {
  const modules = subgraphs.map(({ name, typeDefs, resolvers }) => {
    const document = parse(`${LINK}\n${typeDefs}`);
    return { name, document, schema: buildSubgraphSchema([{ typeDefs: document, resolvers }]) };
  });
  const composed = composeServices(
    modules.map(({ name, document }) => ({ name, url: `http://${name}.invalid/`, typeDefs: document })),
  );
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors.map(String).join('\n'));
  const stand = await bouwStand({
    supergraph: composed.supergraphSdl,
    beleid: undefined,
    ...(planner === undefined ? {} : { planner }),
  });
  const calls: SeenCall[] = [];

  const callWith =
    (intervene: Intervene | undefined): CallSubgraph =>
    async ({ subgraph, body }) => {
      const { query, variables } = JSON.parse(body) as SeenCall;
      const call = { subgraph, query, variables };
      calls.push(call);
      const schema = modules.find(({ name }) => name === subgraph)?.schema;
      if (schema === undefined) throw new Error(`no subgraph ${subgraph}`);
      const result = await graphql({ schema, source: query, variableValues: variables });
      const answer = JSON.parse(JSON.stringify(result)) as SubgraphAnswer;
      return (await intervene?.(call, answer)) ?? answer;
    };

  const ask = async (query: string, variables: Record<string, unknown> = {}, intervene?: Intervene) => {
    const document = parse(query);
    const faults = validate(stand.schema, document);
    if (faults.length > 0) throw new Error(faults.map(String).join('\n'));
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    const { schema, isOfType, internalName, planner } = stand;
    const plan = await planner.plan({
      document: withInternalNames(document, internalName),
      operationName: operation.name?.value ?? null,
    });
    const execute = compileOperation({ schema, isOfType, internalName, document, operation, plan });
    const coerced = compileVariables(schema, operation)(variables);
    const result = await execute({ sent: variables, coerced }, callWith(intervene));
    return JSON.parse(JSON.stringify(result)) as ExecutionResult;
  };
  return { stand, ask, calls };
}
