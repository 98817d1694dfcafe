import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Foutcode, foutsoort } from '../../schema/fouten/catalogus.ts';
import type { Plan } from '../planning/plan.ts';
import type { CallSubgraph } from './call-subgraph.ts';
import type { AnswerData } from './answer-data.ts';
import { compilePlan } from './compile-plan.ts';
import { compileProjection, type Projection } from './compile-projection.ts';
import type { Report } from './completing.ts';
import { conditionVariables, type IsTrue } from './conditions.ts';
import type { DataObject, FailureCause, Path } from './data.ts';
import type { InternalName } from './internal-name.ts';
import { compileIntrospection } from './execute-introspection.ts';
import type { Run } from './receive.ts';
import { RoundedNumbers } from './rounded-numbers.ts';
import { Turns } from './turns.ts';
import type { TypeTest } from './type-test.ts';

/** The variables of one request. */
export interface OperationVariables {
  /** As the client sent them: what goes to the subgraphs. */
  readonly sent: Readonly<Record<string, unknown>>;
  /** Coerced, with defaults: what decides `@include` and `@skip`. */
  readonly coerced: Readonly<Record<string, unknown>>;
}

/** The answer of an operation. */
export interface OperationResult {
  readonly data: AnswerData;
  readonly errors?: readonly GraphQLError[];
}

/**
 * Runs an operation: its plan, and then the putting together of the answer. Never throws for a failing source.
 * @param visible the schema that questions about the schema are answered from; by default the one that clients see
 */
export type ExecuteOperation = (
  variables: OperationVariables,
  call: CallSubgraph,
  visible?: () => GraphQLSchema,
) => Promise<OperationResult>;

/** What an operation is compiled from. */
export interface OperationSource {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly isOfType: TypeTest;
  readonly internalName: InternalName;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly plan: Plan;
}

/** Beyond this many combinations of `@include` and `@skip`, a projection is compiled for the request alone. */
const MAX_PROJECTIONS = 64;

/** Compiles an operation once, to be run for every asker and all variables. */
export function compileOperation({
  schema,
  isOfType,
  internalName,
  document,
  operation,
  plan,
}: OperationSource): ExecuteOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const step = compilePlan(plan, isOfType);
  const introspect = compileIntrospection(operation, fragments);
  const projectionFor = projections(conditionVariables(operation, fragments.values()), (isTrue) =>
    compileProjection(operation, { schema, fragments, isTrue, internalName }),
  );

  return async ({ sent, coerced }, call, visible = () => schema) => {
    const unplaced: FailureCause[] = [];
    const isTrue: IsTrue = (variable) => coerced[variable] === true;
    const data: DataObject = introspect === undefined ? {} : introspect(sent, visible());
    const run: Run = {
      variables: sent,
      isTrue,
      call,
      unplaced,
      rounded: new RoundedNumbers(),
      turns: new Turns(),
    };
    await step(run, [data]);
    return putTogether(data, projectionFor(isTrue), run);
  };
}

async function putTogether(data: DataObject, project: Projection, run: Run): Promise<OperationResult> {
  const errors: GraphQLError[] = [];
  const report: Report = (path, cause) => {
    errors.push(failureError(cause?.code ?? 'BRON_MISLUKT', path, cause?.subgraph));
  };
  const written = await project(data, report, run);
  for (const { code, subgraph } of run.unplaced) errors.push(failureError(code, undefined, subgraph));
  return errors.length === 0 ? { data: written } : { errors, data: written };
}

function failureError(code: Foutcode, path: Path | undefined, bron: string | undefined): GraphQLError {
  return new GraphQLError(foutsoort(code).nl, {
    ...(path === undefined ? {} : { path }),
    extensions: { code, ...(bron === undefined ? {} : { bron }) },
  });
}

/** One projection for each combination of the variables that decide what takes part. */
function projections(
  variables: readonly string[],
  compile: (isTrue: IsTrue) => Projection,
): (isTrue: IsTrue) => Projection {
  const compiled = new Map<string, Projection>();
  return (isTrue) => {
    const key = variables.map((variable) => (isTrue(variable) ? '1' : '0')).join('');
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const projection = compile(isTrue);
    if (compiled.size < MAX_PROJECTIONS) compiled.set(key, projection);
    return projection;
  };
}
