import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/** Whether an object with this `__typename` satisfies a type condition. */
export type TypeTest = (typename: string, condition: string) => boolean;

/** The type test of a supergraph, which also knows the types that clients cannot see. */
export function typeTest(schema: GraphQLSchema): TypeTest {
  return (typename, condition) => {
    if (typename === condition) return true;
    const type = schema.getType(typename);
    const wanted = schema.getType(condition);
    return isObjectType(type) && isAbstractType(wanted) && schema.isSubType(wanted, type);
  };
}
