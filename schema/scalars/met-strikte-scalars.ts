import { type GraphQLSchema, isScalarType } from 'graphql';
import { scalars } from './scalars.ts';

/**
 * Gives the scalars of a schema that was built from an SDL their strict behaviour, in place, and returns the schema.
 * A schema from an SDL knows of a scalar only its name, and would accept anything. Scalars that are not ours stay as they are.
 */
export function metStrikteScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [naam, strikt] of Object.entries(scalars)) {
    const scalar = schema.getType(naam);
    if (!isScalarType(scalar)) continue;
    scalar.parseValue = strikt.parseValue;
    scalar.parseLiteral = strikt.parseLiteral;
    scalar.serialize = strikt.serialize;
  }
  return schema;
}
