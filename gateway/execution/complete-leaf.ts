import { type GraphQLLeafType, isEnumType } from 'graphql';
import type { Value } from './data.ts';

/** The value of a leaf as the client gets it, or `undefined` when it is not of its type. */
export type ReadLeaf = (value: Value) => Value;

const MAX_INT = 2 ** 31;

const builtIn: Readonly<Record<string, ReadLeaf>> = {
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value < MAX_INT && value >= -MAX_INT
      ? value
      : undefined,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  ID: (value) => {
    if (typeof value === 'string') return value;
    return Number.isSafeInteger(value) ? String(value) : undefined;
  },
};

/**
 * How to read a leaf of this type. A scalar of ours must have its own form; one we do not know is the subgraph's own
 * affair and passes as it is. An enum value that clients cannot see is no value.
 */
export function leafReader(type: GraphQLLeafType): ReadLeaf {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => (typeof value === 'string' && names.has(value) ? value : undefined);
  }
  return (
    builtIn[type.name] ??
    ((value) => {
      try {
        return type.serialize(value) as Value;
      } catch {
        return undefined;
      }
    })
  );
}
