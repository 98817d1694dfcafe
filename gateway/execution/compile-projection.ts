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
import { type DataObject, Failure, isDataObject, LACKING, own, type Value } from './data.ts';
import {
  absent,
  type Complete,
  type Completing,
  NULL,
  type Report,
  type Seen,
  unexplained,
} from './completing.ts';
import { flat, type Parts, restInTurns } from './in-turns.ts';
import { seenPath } from './seen-path.ts';
import { isTimeToLook, type Turns } from './turns.ts';
import { leafWriter, type WriteLeaf, type WriteString } from './write-leaf.ts';

/** Writes the answer that the client asked for from the data of all subgraphs, and says what is missing. */
export type Projection = (
  data: DataObject,
  writeString: WriteString,
  report: Report,
  turns: Turns,
) => Promise<string>;

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

/**
 * Compiles the selection of an operation into one function that picks, checks, orders and writes the answer
 * (GraphQL specification, section 6.4): runtime types are checked, a null that may not be null empties its parent,
 * and a null that no source explained is reported all the same. The answer is written as JSON at once: to build it as
 * objects first costs as much again as to write it.
 */
export function compileProjection(operation: OperationDefinitionNode, source: SelectionSource): Projection {
  const type = source.schema.getRootType(operation.operation);
  if (!type) throw new Error(`The schema has no ${operation.operation} type.`);
  const complete = completeObject(type, [operation.selectionSet], source, () => []);
  return async (data, writeString, report, turns) => {
    const written = complete(data, { path: [], writeString, report, turns });
    return flat((written instanceof Promise ? await written : written) ?? NULL);
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
      const completed = complete(value, at);
      if (completed instanceof Promise) return completed;
      return completed === NULL ? unexplained(at) : completed;
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
      ? completeObject(type, selections, source, seen)
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
      return writeLeaf(value, at.writeString) ?? unexplained(at);
    },
  };
}

function completeList({ complete, required }: Completion, seen: Seen): Complete {
  return (value, at) => {
    if (!Array.isArray(value)) return absent(value, at, seen);
    const elements: readonly Value[] = value;
    const count = elements.length;
    let json = '[';
    for (let index = 0; index < count; index += 1) {
      at.path.push(index);
      const written = complete(elements[index], at);
      if (written instanceof Promise || (isTimeToLook(index) && at.turns.isOver))
        return restInTurns(partsOf(elements, at), json, { written, index }, at.turns);
      at.path.pop();
      if (written === undefined && required) return undefined;
      json += index === 0 ? (written ?? NULL) : `,${written ?? NULL}`;
    }
    return `${json}]`;
  };

  function partsOf(elements: readonly Value[], at: Completing): Parts {
    return {
      count: elements.length,
      end: ']',
      write: (index) => {
        at.path.push(index);
        return complete(elements[index], at);
      },
      take: (written, index) => {
        at.path.pop();
        if (written === undefined && required) return undefined;
        return index === 0 ? (written ?? NULL) : `,${written ?? NULL}`;
      },
    };
  }
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
      .map((possible) => [possible.name, completeObject(possible, selections, source, seen)]),
  );
  return (value, at) => {
    if (!isDataObject(value)) return absent(value, at, seen);
    const typename = read(value, '__typename');
    if (typename instanceof Failure) return absent(typename, at, () => []);
    const complete = typeof typename === 'string' ? byType.get(typename) : undefined;
    return complete === undefined ? unexplained(at) : complete(value, at);
  };
}

function completeObject(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
  seen: Seen,
): Complete {
  let fields: readonly CompiledField[] | undefined;
  return (value, at) => {
    if (!isDataObject(value)) return absent(value, at, seen);
    fields ??= placed(compileFields(type, selections, source));
    let json = '{';
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] as CompiledField;
      const { internal, writeLeaf } = field;
      const found = read(value, internal);
      const leaf = writeLeaf === undefined || found === null ? undefined : writeLeaf(found, at.writeString);
      if (leaf !== undefined) {
        json += field.key + leaf;
        continue;
      }
      at.path.push(field.name);
      const written = field.complete(found, at);
      if (written instanceof Promise)
        return restInTurns(partsOf(value, fields, at), json, { written, index }, at.turns);
      const taken = take(written, field, { value, fields, at });
      if (taken === undefined) return undefined;
      json += taken;
    }
    return `${json}}`;
  };
}

/** An object that is being written. */
interface Writing {
  readonly value: DataObject;
  readonly fields: readonly CompiledField[];
  readonly at: Completing;
}

function partsOf(value: DataObject, fields: readonly CompiledField[], at: Completing): Parts {
  const field = (index: number): CompiledField => fields[index] as CompiledField;
  return {
    count: fields.length,
    end: '}',
    write: (index) => {
      const { name, internal, complete } = field(index);
      at.path.push(name);
      return complete(read(value, internal), at);
    },
    take: (written, index) => take(written, field(index), { value, fields, at }),
  };
}

/** What stands under a name, or why nothing does. */
function read(object: DataObject, name: string): Value {
  const value = name in Object.prototype ? own(object, name) : object[name];
  return value === undefined ? object[LACKING] : value;
}

/** What a field became, with its name; nothing when it empties the object. */
function take(written: string | undefined, field: CompiledField, writing: Writing): string | undefined {
  writing.at.path.pop();
  if (written !== undefined) return field.key + written;
  const found = read(writing.value, field.internal);
  if (found instanceof Failure && found.silent) tell(field, found, writing);
  return field.required ? undefined : field.key + NULL;
}

/**
 * Of a field that leaves it to another to tell why both failed: one that comes later tells now when this one ends the
 * object, and where the client asked no other, this one tells itself.
 */
function tell(silent: CompiledField, { cause }: Failure, { value, fields, at }: Writing): void {
  const tellers = fields.filter(({ internal }) => {
    const mark = own(value, internal);
    return mark instanceof Failure && !mark.silent;
  });
  if (tellers.length === 0) at.report([...at.path, silent.name], cause);
  if (!silent.required) return;
  for (const teller of tellers) {
    if (fields.indexOf(teller) < fields.indexOf(silent)) continue;
    at.path.push(teller.name);
    teller.complete(own(value, teller.internal), at);
    at.path.pop();
  }
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
