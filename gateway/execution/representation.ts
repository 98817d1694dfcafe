import type { RequiredSelection } from '../planning/plan.ts';
import { type DataObject, Failure, isDataObject, own, type Value } from './data.ts';
import type { TypeTest } from './type-test.ts';
import { jsonString } from './json-string.ts';

/**
 * Writes the representation of an entity as JSON text: the text is its own deduplication key and goes
 * into the request as it is. Gives a Failure when something required failed, and `undefined` when the
 * entity has no such type or lacks a required field.
 */
export type WriteRepresentation = (entity: DataObject) => string | Failure | undefined;

interface RequiredField {
  /** Where it stands in the data. */
  readonly name: string;
  /** The name for the subgraph as it stands before its value, with what separates it from the field before. */
  readonly key: string;
  readonly write: WriteRepresentation | undefined;
}

/** Compiles the required selections of a fetch; the fields of each runtime type are worked out once. */
export function compileRepresentation(
  selections: readonly RequiredSelection[],
  isOfType: TypeTest,
): WriteRepresentation {
  const write = compileObject(selections, isOfType);
  return (entity) => (typeof own(entity, '__typename') === 'string' ? write(entity) : undefined);
}

function compileObject(selections: readonly RequiredSelection[], isOfType: TypeTest): WriteRepresentation {
  const byType = new Map<string, readonly RequiredField[]>();
  return (object) => {
    const typename = own(object, '__typename');
    const type = typeof typename === 'string' ? typename : '';
    let fields = byType.get(type);
    if (fields === undefined) {
      fields = fieldsOf(selections, type, isOfType);
      byType.set(type, fields);
    }
    return writeFields(object, fields);
  };
}

function writeFields(object: DataObject, fields: readonly RequiredField[]): string | Failure | undefined {
  if (fields.length === 0) return undefined;
  let text = '';
  for (const field of fields) {
    const value = own(object, field.name);
    const written = typeof value === 'string' ? jsonString(value) : writeValue(value, field);
    if (typeof written !== 'string') return written;
    text += field.key + written;
  }
  return `${text}}`;
}

function writeValue(value: Value, field: RequiredField): string | Failure | undefined {
  if (value === undefined || value instanceof Failure) return value;
  if (value === null) return 'null';
  if (Array.isArray(value)) return writeList(value, field);
  if (field.write !== undefined && isDataObject(value)) return field.write(value);
  return JSON.stringify(value);
}

function writeList(values: readonly Value[], field: RequiredField): string | Failure | undefined {
  const parts: string[] = [];
  for (const value of values) {
    const written = writeValue(value, field);
    if (typeof written !== 'string') return written;
    parts.push(written);
  }
  return `[${parts.join(',')}]`;
}

/** The fields for one runtime type; several fragments may add to the same field. */
function fieldsOf(
  selections: readonly RequiredSelection[],
  typename: string,
  isOfType: TypeTest,
): RequiredField[] {
  const merged = new Map<
    string,
    { readonly name: string; readonly nested: readonly RequiredSelection[] | undefined }
  >();
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
  return Array.from(merged, ([as, { name, nested }], index) => ({
    name,
    key: `${index === 0 ? '{' : ','}${JSON.stringify(as)}:`,
    write: nested === undefined ? undefined : compileObject(nested, isOfType),
  }));
}
