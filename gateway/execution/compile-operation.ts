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
import { AnswerData } from './answer-data.ts';
import { compilePlan } from './compile-plan.ts';
import { compileProjection, type Projection } from './compile-projection.ts';
import { conditionVariables, type IsTrue } from './conditions.ts';
import type { DataObject, FailureCause, Path } from './data.ts';
import type { InternalName } from './internal-name.ts';
import { compileIntrospection } from './execute-introspection.ts';
import type { Run } from './receive.ts';
import type { TypeTest } from './type-test.ts';
import { writePlainString } from './write-leaf.ts';

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

/** Runs an operation: its plan, and then the putting together of the answer. Never throws for a failing source. */
export type ExecuteOperation = (
  variables: OperationVariables,
  call: CallSubgraph,
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
  const introspect = compileIntrospection(schema, operation, fragments);
  const projectionFor = projections(conditionVariables(operation, fragments.values()), (isTrue) =>
    compileProjection(operation, { schema, fragments, isTrue, internalName }),
  );

  return async ({ sent, coerced }, call) => {
    const unplaced: FailureCause[] = [];
    const isTrue: IsTrue = (variable) => coerced[variable] === true;
    const data: DataObject = introspect === undefined ? {} : introspect(sent);
    const run: Run = { variables: sent, isTrue, call, unplaced, writeString: writePlainString };
    await step(run, [data]);
    return putTogether(data, projectionFor(isTrue), run);
  };
}

function putTogether(data: DataObject, project: Projection, { unplaced, writeString }: Run): OperationResult {
  const errors: GraphQLError[] = [];
  const json = project(data, writeString, (path, cause) => {
    errors.push(failureError(cause?.code ?? 'BRON_MISLUKT', path, cause?.subgraph));
  });
  for (const { code, subgraph } of unplaced) errors.push(failureError(code, undefined, subgraph));
  const completed = new AnswerData(flat(json));
  return errors.length === 0 ? { data: completed } : { errors, data: completed };
}

/**
 * A string that was added together is a tree of its parts until someone reads it. Such a tree, held while the rest of
 * a request is waited for, costs the garbage collector more than the whole answer cost to write; reading it as a
 * number makes it one piece.
 */
function flat(text: string): string {
  Number(text);
  return text;
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
