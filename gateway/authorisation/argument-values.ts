import {
  getNamedType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  valueFromAST,
  type ValueNode,
} from 'graphql';

/** The variables of a request: coerced, with their defaults. */
export type Variables = Readonly<Record<string, unknown>>;

/** A value that an argument, or a field of an input object in it, has in one request. */
export interface GivenValue {
  /** The field of the input object as `Input.veld`; `undefined` for the argument itself. */
  readonly field: string | undefined;
  /** A leaf, or an input object; never a list. `undefined` when it cannot be told. */
  readonly value: unknown;
}

/** The values that one argument has, given the coerced variables of a request. */
export type ReadValues = (variables: Variables) => readonly GivenValue[];

/**
 * Compiles how the values of an argument are read: a literal, a variable, a default of either, and everything within
 * lists and input objects. What is left out and has no default gives nothing; `null` gives nothing either.
 * @param node the value in the document; `undefined` when the argument is left out
 */
export function compileValues(
  type: GraphQLInputType,
  node: ValueNode | undefined,
  defaultValue: unknown,
): ReadValues {
  const byDefault = (): readonly GivenValue[] => givenIn(defaultValue, type, undefined);
  if (node === undefined) return byDefault;
  return (variables) => {
    if (node.kind === 'Variable' && !Object.hasOwn(variables, node.name.value)) return byDefault();
    const value = valueFromAST(node, type, variables);
    return value === undefined ? [{ field: undefined, value }] : givenIn(value, type, undefined);
  };
}

/** The fields of the input objects within a type, as `Input.veld`. */
export function inputFieldsOf(
  type: GraphQLInputType,
  seen: Set<GraphQLInputType> = new Set(),
): readonly string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named)) return [];
  seen.add(named);
  return Object.values(named.getFields()).flatMap((field) => [
    `${named.name}.${field.name}`,
    ...inputFieldsOf(field.type, seen),
  ]);
}

function givenIn(value: unknown, type: GraphQLInputType, field: string | undefined): readonly GivenValue[] {
  if (value === undefined || value === null) return [];
  if (isNonNullType(type)) return givenIn(value, type.ofType, field);
  if (isListType(type)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => givenIn(item, type.ofType, field));
  }
  const self: GivenValue = { field, value };
  if (!isInputObjectType(type) || typeof value !== 'object') return [self];
  const given = Object.values(type.getFields()).flatMap((each) =>
    givenIn((value as Readonly<Record<string, unknown>>)[each.name], each.type, `${type.name}.${each.name}`),
  );
  return [self, ...given];
}
