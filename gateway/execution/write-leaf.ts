import { type GraphQLLeafType, GraphQLScalarType, isEnumType } from 'graphql';
import { Failure, type Value } from './data.ts';

/** The JSON text of a leaf as the client gets it, or `undefined` when it is not of its type. */
export type WriteLeaf = (value: Value, writeString: WriteString) => string | undefined;

/** Writes a string as JSON. */
export type WriteString = (value: string) => string;

/** For strings of answers without a single escape: none of them holds a quote, a backslash or a control character. */
export const writePlainString: WriteString = (value) => `"${value}"`;

/** For all strings. */
export const writeAnyString: WriteString = (value) => JSON.stringify(value);

const MAX_INT = 2 ** 31;

const builtIn: Readonly<Record<string, WriteLeaf>> = {
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value < MAX_INT && value >= -MAX_INT
      ? String(value)
      : undefined,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined),
  String: (value, writeString) => (typeof value === 'string' ? writeString(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  ID: (value, writeString) => {
    if (typeof value === 'string') return writeString(value);
    return Number.isSafeInteger(value) ? `"${String(value)}"` : undefined;
  },
};

/** What a scalar does that nobody gave a form. */
const { serialize: passesAll } = new GraphQLScalarType({ name: 'Any' });

/**
 * How to write a leaf of this type. A scalar of ours must have its own form; one we do not know is the subgraph's own
 * affair and passes as it is. An enum value that clients cannot see is no value.
 */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) {
    const texts = new Map<Value, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value) => texts.get(value);
  }
  return builtIn[type.name] ?? scalarWriter(type);
}

function scalarWriter(type: GraphQLScalarType): WriteLeaf {
  const write: WriteLeaf = (value, writeString) => {
    if (typeof value === 'string') return writeString(value);
    return value instanceof Failure ? undefined : JSON.stringify(value);
  };
  if (type.serialize === passesAll) return write;
  return (value, writeString) => {
    try {
      const serialized = type.serialize(value) as Value;
      return write(serialized, serialized === value ? writeString : writeAnyString);
    } catch {
      return undefined;
    }
  };
}
