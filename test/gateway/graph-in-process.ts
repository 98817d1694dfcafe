import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type ExecutionResult, getOperationAST, graphql, type GraphQLSchema, parse, validate } from 'graphql';
import { compileOperation } from '../../gateway/execution/compile-operation.ts';
import { withInternalNames } from '../../gateway/execution/internal-name.ts';
import { compileVariables } from '../../gateway/execution/coerce-variables.ts';
import type { CallSubgraph, SubgraphAnswer } from '../../gateway/execution/call-subgraph.ts';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import { bouwStand, type Stand } from '../../gateway/stand.ts';
import { apolloInThisThread } from './apollo-in-this-thread.ts';

/** A subgraph that lives inside the test. */
export interface TestSubgraph<Context = unknown> {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: GraphQLResolverMap<Context>;
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

/** Subgraphs put together: the supergraph, and the schema that each runs. */
export interface ComposedInProcess {
  readonly supergraph: string;
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override"])`;

/** Composes subgraphs; one that links no version of the specification gets the newest, with its directives. */
export function composeInProcess<Context>(subgraphs: readonly TestSubgraph<Context>[]): ComposedInProcess {
  const modules = subgraphs.map(({ name, typeDefs, resolvers }) => {
    const document = parse(typeDefs.includes('@link(') ? typeDefs : `${LINK}\n${typeDefs}`);
    return { name, document, schema: buildSubgraphSchema([{ typeDefs: document, resolvers }]) };
  });
  const composed = composeServices(
    modules.map(({ name, document }) => ({ name, url: `http://${name}.invalid/`, typeDefs: document })),
  );
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors.map(String).join('\n'));
  return {
    supergraph: composed.supergraphSdl,
    schemas: new Map(modules.map(({ name, schema }) => [name, schema])),
  };
}

/** Runs calls on the schemas of subgraphs, without a network. */
export function callSchemas(
  schemas: ReadonlyMap<string, GraphQLSchema>,
  contextValue: unknown,
  onCall: (call: SeenCall, answer: SubgraphAnswer) => SubgraphAnswer | Promise<SubgraphAnswer>,
): CallSubgraph {
  return async ({ subgraph, body }) => {
    const { query, variables } = JSON.parse(body) as SeenCall;
    const schema = schemas.get(subgraph);
    if (schema === undefined) throw new Error(`no subgraph ${subgraph}`);
    const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
    return onCall({ subgraph, query, variables }, JSON.parse(JSON.stringify(result)) as SubgraphAnswer);
  };
}

/** Asks a Stand: validated, planned, compiled and run, over these calls. */
export async function askStand(
  stand: Stand,
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  call: CallSubgraph,
): Promise<ExecutionResult> {
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
  const result = await execute({ sent: variables, coerced }, call);
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}

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
  const { supergraph, schemas } = composeInProcess(subgraphs);
  const stand = await bouwStand({
    supergraph,
    beleid: undefined,
    ...(planner === undefined
      ? {}
      : { planner: planner === 'apollo' ? apolloInThisThread(supergraph) : planner }),
  });
  const calls: SeenCall[] = [];
  const ask = (query: string, variables: Record<string, unknown> = {}, intervene?: Intervene) =>
    askStand(
      stand,
      { query, variables },
      callSchemas(schemas, undefined, async (call, answer) => {
        calls.push(call);
        return (await intervene?.(call, answer)) ?? answer;
      }),
    );
  return { stand, ask, calls };
}
