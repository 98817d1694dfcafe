import type { GraphQLScalarType } from 'graphql';

/** A test whether a value is exactly of the form of a scalar. */
export function pasBijScalar(scalar: GraphQLScalarType): (value: unknown) => boolean {
  return (value) => {
    try {
      scalar.parseValue(value);
      return true;
    } catch {
      return false;
    }
  };
}
