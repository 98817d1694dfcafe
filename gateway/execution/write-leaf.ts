import { type GraphQLEnumType, type GraphQLLeafType, GraphQLScalarType, isEnumType } from 'graphql';
import { Failure, type Value } from './data.ts';
import type { JsonWriter } from './json-writer.ts';
import type { RoundedNumbers } from './rounded-numbers.ts';

/** Writes a leaf as the client gets it; writes nothing and says so when it is not of its type. */
export type WriteLeaf = (value: Value, to: JsonWriter, rounded: RoundedNumbers) => boolean;

const MAX_INT = 2 ** 31;

/** How deep the value of a scalar of one's own may be nested. */
const MAX_SCALAR_DEPTH = 64;

const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');

function writeString(value: Value, to: JsonWriter): boolean {
  if (typeof value !== 'string') return false;
  to.string(value);
  return true;
}

const builtIn: Readonly<Record<string, WriteLeaf>> = {
  Int: (value, to) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value >= MAX_INT || value < -MAX_INT)
      return false;
    to.number(value);
    return true;
  },
  Float: (value, to, rounded) => {
    if (typeof value !== 'number' || rounded.has(value)) return false;
    to.number(value);
    return true;
  },
  String: writeString,
  Boolean: (value, to) => {
    if (typeof value !== 'boolean') return false;
    to.raw(value ? TRUE : FALSE);
    return true;
  },
  ID: (value, to) =>
    writeString(typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value, to),
};

/** What a scalar does that nobody gave a form. */
const { serialize: passesAll } = new GraphQLScalarType({ name: 'Any' });

/**
 * How to write a leaf of this type. A scalar of ours must have its own form; one we do not know is the subgraph's own
 * affair and passes as it is. An enum value that clients cannot see is no value.
 */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  return isEnumType(type) ? enumWriter(type) : (builtIn[type.name] ?? scalarWriter(type));
}

function enumWriter(type: GraphQLEnumType): WriteLeaf {
  const texts = new Map<Value, Uint8Array>(
    type.getValues().map(({ name }) => [name, Buffer.from(`"${name}"`)]),
  );
  return (value, to) => {
    const text = texts.get(value);
    if (text !== undefined) to.raw(text);
    return text !== undefined;
  };
}

/** Whether a value can be written as it was received. */
function isExact(value: Value, rounded: RoundedNumbers, depth: number): boolean {
  if (typeof value === 'number') return !rounded.has(value);
  if (typeof value !== 'object' || value === null) return value !== undefined;
  if (value instanceof Failure || depth === 0) return false;
  return Object.values(value).every((each) => isExact(each, rounded, depth - 1));
}

function scalarWriter(type: GraphQLScalarType): WriteLeaf {
  const write: WriteLeaf = (value, to, rounded) => {
    if (typeof value !== 'string' && !isExact(value, rounded, MAX_SCALAR_DEPTH)) return false;
    if (typeof value === 'string') to.string(value);
    else to.text(JSON.stringify(value));
    return true;
  };
  if (type.serialize === passesAll) return write;
  return (value, to, rounded) => {
    try {
      return write(type.serialize(value) as Value, to, rounded);
    } catch {
      return false;
    }
  };
}
