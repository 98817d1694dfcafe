import { type GraphQLLeafType, GraphQLScalarType, isEnumType } from 'graphql';
import { Failure, type Value } from './data.ts';

/** The JSON text of a leaf as the client gets it, or `undefined` when it is not of its type. */
export type WriteLeaf = (value: Value, writeString: WriteString) => string | undefined;

/** Writes a string as JSON. */
export type WriteString = (value: string) => string;

/** For strings of answers that are ASCII without a single escape: each can stand between quotes as it is. */
export const writePlainString: WriteString = (value) => `"${value}"`;

/**
 * For all strings. Characters beyond Latin-1 are written as escapes: one of them as it is would double the whole
 * answer in memory, and its way to bytes would take seven times as long.
 */
export const writeAnyString: WriteString = (value) =>
  PLAIN.test(value) ? `"${value}"` : JSON.stringify(value).replaceAll(BEYOND_LATIN_1, escaped);

/** Latin-1 without quotes, backslashes and control characters. */
const PLAIN = /^[ !#-[\]-\u00ff]*$/;
const BEYOND_LATIN_1 = /[\u0100-\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const MAX_INT = 2 ** 31;

/** How deep the value of a scalar of one's own may be nested. */
const MAX_SCALAR_DEPTH = 64;

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

/**
 * Whether a value can be written as it was received. A whole number beyond 2⁵³ may have been rounded when it was read, and
 * one beyond what a double holds has become infinite.
 */
function isExact(value: Value, depth: number): boolean {
  if (typeof value === 'number') {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  }
  if (typeof value !== 'object' || value === null) return value !== undefined;
  if (value instanceof Failure || depth === 0) return false;
  return Object.values(value).every((each) => isExact(each, depth - 1));
}

function scalarWriter(type: GraphQLScalarType): WriteLeaf {
  const write: WriteLeaf = (value, writeString) => {
    if (typeof value === 'string') return writeString(value);
    return isExact(value, MAX_SCALAR_DEPTH) ? JSON.stringify(value) : undefined;
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
