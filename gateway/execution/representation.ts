import type { RequiredSelection } from '../planning/plan.ts';
import { type DataObject, Failure, isDataObject, reader, type Value } from './data.ts';
import { jsonString } from './json-string.ts';
import type { RoundedNumbers } from './rounded-numbers.ts';
import type { TypeTest } from './type-test.ts';

/**
 * Writes the representation of an entity as JSON text: the text is its own deduplication key and goes
 * into the request as it is. Gives a Failure when something required failed, `undefined` when the entity has no such
 * type or lacks a required field, and `null` when something required cannot be written as it was received.
 */
export type WriteRepresentation = (entity: DataObject, rounded: RoundedNumbers) => Representation;

type Representation = string | Failure | undefined | null;

/** How an entity is asked for. */
export interface EntityRepresentation {
  readonly write: WriteRepresentation;
  /** The text that alone tells an entity from others of its type; `undefined` where that takes more or is no text. */
  readonly keyOf: (entity: DataObject) => string | undefined;
}

interface RequiredField {
  readonly read: (object: DataObject) => Value;
  /** The name for the subgraph as it stands before its value, with what separates it from the field before. */
  readonly key: string;
  readonly write: WriteRepresentation | undefined;
}

/** Compiles the required selections of a fetch; the fields of each runtime type are worked out once. */
export function compileRepresentation(
  selections: readonly RequiredSelection[],
  isOfType: TypeTest,
): EntityRepresentation {
  const write = compileObject(selections, isOfType);
  const keys = new Map<string, ((entity: DataObject) => Value) | undefined>();
  return {
    write: (entity, rounded) =>
      typeof entity['__typename'] === 'string' ? write(entity, rounded) : undefined,
    keyOf: (entity) => {
      const { __typename: type } = entity;
      if (typeof type !== 'string') return undefined;
      if (!keys.has(type)) keys.set(type, onlyKey(selections, type, isOfType));
      const key = keys.get(type)?.(entity);
      return typeof key === 'string' ? key : undefined;
    },
  };
}

/** Reads what is required of a type beside its name, when that is one field without fields of its own. */
function onlyKey(
  selections: readonly RequiredSelection[],
  typename: string,
  isOfType: TypeTest,
): ((entity: DataObject) => Value) | undefined {
  const [only, ...others] = [...requiredOf(selections, typename, isOfType).values()].filter(
    ({ name }) => name !== '__typename',
  );
  return only === undefined || others.length > 0 || only.nested !== undefined ? undefined : reader(only.name);
}

function compileObject(selections: readonly RequiredSelection[], isOfType: TypeTest): WriteRepresentation {
  const byType = new Map<string, readonly RequiredField[]>();
  return (object, rounded) => {
    const { __typename: typename } = object;
    const type = typeof typename === 'string' ? typename : '';
    let fields = byType.get(type);
    if (fields === undefined) {
      fields = fieldsOf(selections, type, isOfType);
      byType.set(type, fields);
    }
    return writeFields(object, fields, rounded);
  };
}

function writeFields(
  object: DataObject,
  fields: readonly RequiredField[],
  rounded: RoundedNumbers,
): Representation {
  if (fields.length === 0) return undefined;
  let text = '';
  for (const field of fields) {
    const value = field.read(object);
    const written = typeof value === 'string' ? jsonString(value) : writeValue(value, field, rounded);
    if (typeof written !== 'string') return written;
    text += field.key + written;
  }
  return `${text}}`;
}

function writeValue(value: Value, field: RequiredField, rounded: RoundedNumbers): Representation {
  if (value === undefined || value instanceof Failure) return value;
  if (value === null) return 'null';
  if (typeof value === 'number' && rounded.has(value)) return null;
  if (Array.isArray(value)) return writeList(value, field, rounded);
  if (field.write !== undefined && isDataObject(value)) return field.write(value, rounded);
  return JSON.stringify(value);
}

function writeList(values: readonly Value[], field: RequiredField, rounded: RoundedNumbers): Representation {
  const parts: string[] = [];
  for (const value of values) {
    const written = writeValue(value, field, rounded);
    if (typeof written !== 'string') return written;
    parts.push(written);
  }
  return `[${parts.join(',')}]`;
}

interface Required {
  /** Where it stands in the data. */
  readonly name: string;
  readonly nested: readonly RequiredSelection[] | undefined;
}

/** What is required of one runtime type, by the name for the subgraph; several fragments may add to the same. */
function requiredOf(
  selections: readonly RequiredSelection[],
  typename: string,
  isOfType: TypeTest,
): ReadonlyMap<string, Required> {
  const merged = new Map<string, Required>();
  const add = (list: readonly RequiredSelection[]): void => {
    for (const selection of list) {
      if (selection.kind === 'InlineFragment') {
        if (selection.typeCondition === undefined || isOfType(typename, selection.typeCondition)) {
          add(selection.selections);
        }
        continue;
      }
      const { name, as = name, selections: nested } = selection;
      const before = merged.get(as)?.nested;
      merged.set(as, { name, nested: nested === undefined ? before : [...(before ?? []), ...nested] });
    }
  };
  add(selections);
  return merged;
}

function fieldsOf(
  selections: readonly RequiredSelection[],
  typename: string,
  isOfType: TypeTest,
): readonly RequiredField[] {
  return Array.from(requiredOf(selections, typename, isOfType), ([as, { name, nested }], index) => ({
    read: reader(name),
    key: `${index === 0 ? '{' : ','}${JSON.stringify(as)}:`,
    write: nested === undefined ? undefined : compileObject(nested, isOfType),
  }));
}
