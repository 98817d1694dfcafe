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
import {
  type DataObject,
  Failure,
  type FailureCause,
  isDataObject,
  own,
  type Path,
  type Value,
} from './data.ts';
import { externalName } from './internal-name.ts';
import { leafWriter, type WriteLeaf, type WriteString } from './write-leaf.ts';

/** Writes the answer that the client asked for from the data of all subgraphs, and says what is missing. */
export type Projection = (data: DataObject, writeString: WriteString, report: Report) => string;

/** Called for each place of the answer that stays empty; without a cause when no source said why. */
export type Report = (path: Path, cause?: FailureCause) => void;

interface Completing {
  /** Where we are: a stack, copied only when there is something to report. */
  readonly path: (string | number)[];
  readonly writeString: WriteString;
  readonly report: Report;
}

/** Writes the completed value as JSON. Nothing stands for a null of which the reason is reported. */
type Complete = (value: Value, at: Completing) => string | undefined;

/** How to complete a field or list element, and whether its null empties what it stands in. */
interface Completion {
  readonly complete: Complete;
  readonly required: boolean;
  /** Of a leaf: how to write it, when nothing is wrong with it. */
  readonly writeLeaf?: WriteLeaf;
}

/** A field of the answer: its name there, its name in the data, and how to complete it. */
interface CompiledField extends Completion {
  readonly name: string;
  readonly internal: string;
  /** The name as it stands in the JSON before its value, with what separates it from the field before. */
  readonly key: string;
}

/** A field before its place among the others is known. */
type UnplacedField = Omit<CompiledField, 'key'>;

const NULL = 'null';

/**
 * Compiles the selection of an operation into one function that picks, checks, orders and writes the answer
 * (GraphQL specification, section 6.4): runtime types are checked, a null that may not be null empties its parent,
 * and a null that no source explained is reported all the same. The answer is written as JSON at once: to build it as
 * objects first costs as much again as to write it.
 */
export function compileProjection(operation: OperationDefinitionNode, source: SelectionSource): Projection {
  const type = source.schema.getRootType(operation.operation);
  if (!type) throw new Error(`The schema has no ${operation.operation} type.`);
  const complete = completeObject(type, [operation.selectionSet], source);
  return (data, writeString, report) => complete(data, { path: [], writeString, report }) ?? NULL;
}

function completion(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): Completion {
  const { complete, writeLeaf } = completeNullable(type, nodes, source);
  const leaf = writeLeaf === undefined ? {} : { writeLeaf };
  if (!isNonNullType(type)) return { complete, required: false, ...leaf };
  return {
    complete: (value, at) => {
      const completed = complete(value, at);
      return completed === NULL ? unexplained(at) : completed;
    },
    required: true,
    ...leaf,
  };
}

/** How to complete a type, its outermost `!` left aside. */
function completeNullable(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): Omit<Completion, 'required'> {
  if (isNonNullType(type)) return completeNullable(type.ofType, nodes, source);
  if (isListType(type)) return { complete: completeList(completion(type.ofType, nodes, source)) };
  if (isLeafType(type)) return completeLeaf(type);
  const selections = nodes.flatMap((node) => node.selectionSet ?? []);
  return {
    complete: isObjectType(type)
      ? completeObject(type, selections, source)
      : completeAbstract(type, selections, source),
  };
}

function completeLeaf(type: GraphQLLeafType): Omit<Completion, 'required'> {
  const writeLeaf = leafWriter(type);
  return {
    writeLeaf,
    complete: (value, at) => {
      if (value === null || value === undefined || value instanceof Failure) return absent(value, at);
      return writeLeaf(value, at.writeString) ?? unexplained(at);
    },
  };
}

function completeList({ complete, required }: Completion): Complete {
  return (value, at) => {
    if (!Array.isArray(value)) return absent(value, at);
    const elements: readonly Value[] = value;
    let json = '[';
    for (let index = 0; index < elements.length; index += 1) {
      at.path.push(index);
      const element = complete(elements[index], at);
      at.path.pop();
      if (element === undefined && required) return undefined;
      json += index === 0 ? (element ?? NULL) : `,${element ?? NULL}`;
    }
    return `${json}]`;
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
    fields ??= placed(compileFields(type, selections, source));
    let json = '{';
    for (const field of fields) {
      const { internal, writeLeaf } = field;
      const found = internal in Object.prototype ? own(value, internal) : value[internal];
      json += field.key;
      const leaf = writeLeaf === undefined || found === null ? undefined : writeLeaf(found, at.writeString);
      if (leaf !== undefined) {
        json += leaf;
        continue;
      }
      at.path.push(field.name);
      const completed = field.complete(found, at);
      at.path.pop();
      if (completed === undefined && field.required) return undefined;
      json += completed ?? NULL;
    }
    return `${json}}`;
  };
}

function placed(fields: readonly UnplacedField[]): readonly CompiledField[] {
  return fields.map((field, index) => ({
    ...field,
    key: `${index === 0 ? '' : ','}${JSON.stringify(field.name)}:`,
  }));
}

function compileFields(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
): readonly UnplacedField[] {
  const definitions = type.getFields();
  return Array.from(collectFields(type, selections, source), ([name, nodes]): UnplacedField => {
    const [node] = nodes;
    const field = node?.name.value ?? name;
    if (field === '__typename')
      return { name, internal: name, complete: () => `"${type.name}"`, required: true };
    const definition = definitions[field];
    if (definition === undefined || node === undefined) {
      // Introspection was executed against the schema itself and is complete already.
      return { name, internal: name, complete: (value) => JSON.stringify(value ?? null), required: false };
    }
    return { name, internal: source.internalName(node), ...completion(definition.type, nodes, source) };
  });
}

/** Null, or a value of the wrong shape, or the mark of a failure. */
function absent(value: Value, at: Completing): typeof NULL | undefined {
  if (value === null || value === undefined) return NULL;
  if (!(value instanceof Failure)) return unexplained(at);
  if (!value.silent) at.report([...at.path, ...value.below.map(asSeen)], value.cause);
  return undefined;
}

/** A step of a path inside a subgraph's answer, as the client knows it. */
function asSeen(step: string | number): string | number {
  return typeof step === 'string' ? externalName(step) : step;
}

function unexplained(at: Completing): undefined {
  at.report([...at.path]);
  return undefined;
}
