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
import { collectFields, type SelectionSource } from './collect-fields.ts';
import { externalName } from './internal-name.ts';
import { leafReader } from './complete-leaf.ts';
import {
  type DataObject,
  Failure,
  type FailureCause,
  isDataObject,
  own,
  type Path,
  type Value,
} from './data.ts';

/** Takes the data of all subgraphs to the answer that the client asked for, and says what is missing. */
export type Projection = (data: DataObject, report: Report) => DataObject | null;

/** Called for each place of the answer that stays empty; without a cause when no source said why. */
export type Report = (path: Path, cause?: FailureCause) => void;

interface Completing {
  /** Where we are: a stack, copied only when there is something to report. */
  readonly path: (string | number)[];
  readonly report: Report;
}

/** Gives the completed value; EMPTY stands for a null of which the reason is reported. */
type Complete = (value: Value, at: Completing) => Value | typeof EMPTY;

/** How to complete a field or list element, and whether its null empties what it stands in. */
interface Completion {
  readonly complete: Complete;
  readonly required: boolean;
}

/** A field of the answer: its name there, its name in the data, and how to complete it. */
interface CompiledField extends Completion {
  readonly name: string;
  readonly internal: string;
}

const EMPTY = Symbol('empty');

/**
 * Compiles the selection of an operation into one function that picks, checks and orders the answer
 * (GraphQL specification, section 6.4): runtime types are checked, a null that may not be null
 * empties its parent, and a null that no source explained is reported all the same.
 */
export function compileProjection(operation: OperationDefinitionNode, source: SelectionSource): Projection {
  const type = source.schema.getRootType(operation.operation);
  if (!type) throw new Error(`The schema has no ${operation.operation} type.`);
  const complete = completeObject(type, [operation.selectionSet], source);
  return (data, report) => {
    const value = complete(data, { path: [], report });
    return isDataObject(value) ? value : null;
  };
}

function completion(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): Completion {
  const complete = completeNullable(type, nodes, source);
  if (!isNonNullType(type)) return { complete, required: false };
  return {
    complete: (value, at) => {
      const completed = complete(value, at);
      return completed === null ? unexplained(at) : completed;
    },
    required: true,
  };
}

/** How to complete a type, its outermost `!` left aside. */
function completeNullable(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): Complete {
  if (isNonNullType(type)) return completeNullable(type.ofType, nodes, source);
  if (isListType(type)) return completeList(completion(type.ofType, nodes, source));
  if (isLeafType(type)) return completeLeaf(type);
  const selections = nodes.flatMap((node) => node.selectionSet ?? []);
  return isObjectType(type)
    ? completeObject(type, selections, source)
    : completeAbstract(type, selections, source);
}

function completeLeaf(type: GraphQLLeafType): Complete {
  const read = leafReader(type);
  return (value, at) => {
    if (value === null || value === undefined || value instanceof Failure) return absent(value, at);
    const leaf = read(value);
    return leaf === undefined ? unexplained(at) : leaf;
  };
}

function completeList({ complete, required }: Completion): Complete {
  return (value, at) => {
    if (!Array.isArray(value)) return absent(value, at);
    const elements: readonly Value[] = value;
    const completed: Value[] = [];
    for (let index = 0; index < elements.length; index += 1) {
      at.path.push(index);
      const element = complete(elements[index], at);
      at.path.pop();
      if (element === EMPTY && required) return EMPTY;
      completed.push(element === EMPTY ? null : element);
    }
    return completed;
  };
}

function completeAbstract(
  type: GraphQLAbstractType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
): Complete {
  const byType = new Map(
    source.schema
      .getPossibleTypes(type)
      .map((possible) => [possible.name, completeObject(possible, selections, source)]),
  );
  return (value, at) => {
    if (!isDataObject(value)) return absent(value, at);
    const typename = own(value, '__typename');
    const complete = typeof typename === 'string' ? byType.get(typename) : undefined;
    return complete === undefined ? unexplained(at) : complete(value, at);
  };
}

function completeObject(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
): Complete {
  let fields: readonly CompiledField[] | undefined;
  return (value, at) => {
    if (!isDataObject(value)) return absent(value, at);
    fields ??= compileFields(type, selections, source);
    const completed: DataObject = {};
    for (const { name, internal, complete, required } of fields) {
      at.path.push(name);
      const field = complete(internal in Object.prototype ? own(value, internal) : value[internal], at);
      at.path.pop();
      if (field === EMPTY && required) return EMPTY;
      completed[name] = field === EMPTY ? null : field;
    }
    return completed;
  };
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
    if (field === '__typename') return { name, internal: name, complete: () => type.name, required: true };
    const definition = definitions[field];
    if (definition === undefined || node === undefined) {
      // Introspection was executed against the schema itself and is complete already.
      return { name, internal: name, complete: (value) => value ?? null, required: false };
    }
    return { name, internal: source.internalName(node), ...completion(definition.type, nodes, source) };
  });
}

/** Null, or a value of the wrong shape, or the mark of a failure. */
function absent(value: Value, at: Completing): null | typeof EMPTY {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Failure)) return unexplained(at);
  if (!value.silent) at.report([...at.path, ...value.below.map(asSeen)], value.cause);
  return EMPTY;
}

/** A step of a path inside a subgraph's answer, as the client knows it. */
function asSeen(step: string | number): string | number {
  return typeof step === 'string' ? externalName(step) : step;
}

function unexplained(at: Completing): typeof EMPTY {
  at.report([...at.path]);
  return EMPTY;
}
