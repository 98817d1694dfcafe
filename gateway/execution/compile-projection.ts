import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { AnswerData, BEFORE_DATA } from './answer-data.ts';
import { collectFields, type SelectionSource } from './collect-fields.ts';
import { completeList } from './complete-list.ts';
import { type CompiledField, completeObject } from './complete-object.ts';
import {
  absent,
  type Complete,
  type Completing,
  type Completion,
  endNull,
  type Report,
  type Seen,
  unexplained,
} from './completing.ts';
import { type DataObject, Failure, isDataObject, LACKING } from './data.ts';
import { JsonWriter } from './json-writer.ts';
import { seenPath } from './seen-path.ts';
import { leafWriter } from './write-leaf.ts';

/** Writes the answer that the client asked for from the data of all subgraphs, and says what is missing. */
export type Projection = (data: DataObject, report: Report, run: ProjectionRun) => Promise<AnswerData>;

/** What of a run putting the answer together needs. */
export type ProjectionRun = Pick<Completing, 'rounded' | 'turns'>;

/** Room for an answer is that of the one before it, with an eighth and this for what differs, in bytes. */
const EXPECTED_MORE = 256;

/** A larger answer finds its room while it is written, in bytes. */
const MAX_EXPECTED = 256 * 1024;

/**
 * Compiles the selection of an operation into one function that picks, checks, orders and writes the answer
 * (GraphQL specification, section 6.4): runtime types are checked, a null that may not be null empties its parent,
 * and a null that no source explained is reported all the same. The answer is written as JSON at once: to build it as
 * objects first costs as much again as to write it.
 */
export function compileProjection(operation: OperationDefinitionNode, source: SelectionSource): Projection {
  const type = source.schema.getRootType(operation.operation);
  if (!type) throw new Error(`The schema has no ${operation.operation} type.`);
  const complete = objectOf(type, [operation.selectionSet], source, () => []);
  let expected = EXPECTED_MORE;
  return async (data, report, { rounded, turns }) => {
    const to = new JsonWriter(expected);
    to.raw(BEFORE_DATA);
    const at = { path: [], to, report, rounded, turns };
    if ((await complete(data, at)) !== 'written') endNull(false, to.length, at);
    expected = Math.min(Math.ceil(to.length * 1.125) + EXPECTED_MORE, MAX_EXPECTED);
    return new AnswerData(to);
  };
}

function completion(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): Completion {
  const nullable = completeNullable(type, nodes, source);
  if (!isNonNullType(type)) return { ...nullable, required: false };
  const { complete } = nullable;
  return {
    ...nullable,
    complete: (value, at) => {
      const outcome = complete(value, at);
      return outcome === 'null' ? unexplained(at) : outcome;
    },
    required: true,
  };
}

/** How to complete a type, its outermost `!` left aside. */
function completeNullable(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): Omit<Completion, 'required'> {
  if (isNonNullType(type)) return completeNullable(type.ofType, nodes, source);
  if (isLeafType(type)) return completeLeaf(type);
  const seen: Seen = (below) => seenPath(type, nodes, below, source);
  if (isListType(type)) return { complete: completeList(completion(type.ofType, nodes, source), seen) };
  const selections = nodes.flatMap((node) => node.selectionSet ?? []);
  return {
    complete: isObjectType(type)
      ? objectOf(type, selections, source, seen)
      : completeAbstract(type, selections, source, seen),
  };
}

function completeLeaf(type: GraphQLLeafType): Omit<Completion, 'required'> {
  const writeLeaf = leafWriter(type);
  return {
    writeLeaf,
    complete: (value, at) => {
      if (value === null || value === undefined || value instanceof Failure)
        return absent(value, at, () => []);
      return writeLeaf(value, at.to, at.rounded) ? 'written' : unexplained(at);
    },
  };
}

function completeAbstract(
  type: GraphQLAbstractType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
  seen: Seen,
): Complete {
  const byType = new Map(
    source.schema
      .getPossibleTypes(type)
      .map((possible) => [possible.name, objectOf(possible, selections, source, seen)]),
  );
  return (value, at) => {
    if (!isDataObject(value)) return absent(value, at, seen);
    const { __typename: typename = value[LACKING] } = value;
    if (typename instanceof Failure) return absent(typename, at, () => []);
    const complete = typeof typename === 'string' ? byType.get(typename) : undefined;
    return complete === undefined ? unexplained(at) : complete(value, at);
  };
}

function objectOf(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
  seen: Seen,
): Complete {
  return completeObject(() => compileFields(type, selections, source), seen);
}

function compileFields(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
): readonly CompiledField[] {
  const definitions = type.getFields();
  return Array.from(collectFields(type, selections, source), ([name, nodes]): CompiledField => {
    const [node] = nodes;
    const field = node?.name.value ?? name;
    if (field === '__typename') return { name, internal: name, ...completeTypename(type) };
    const definition = definitions[field];
    if (definition === undefined || node === undefined) return { name, internal: name, ...introspected };
    return { name, internal: source.internalName(node), ...completion(definition.type, nodes, source) };
  });
}

/** The name of a type is known, whatever a subgraph says. */
function completeTypename({ name }: GraphQLObjectType): Completion {
  const json = Buffer.from(`"${name}"`);
  return {
    complete: (_value, { to }) => {
      to.raw(json);
      return 'written';
    },
    required: true,
  };
}

/** What was asked about the schema was executed against the schema itself, and is complete already. */
const introspected: Completion = {
  complete: (value, { to }) => {
    if (value === undefined) return 'null';
    to.text(JSON.stringify(value));
    return 'written';
  },
  required: false,
};
