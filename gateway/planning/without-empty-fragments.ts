import { parse } from 'graphql';

/** A fragment with conditions and nothing in it: a selection would follow, or another condition. */
const EMPTY_FRAGMENT = /\.\.\.on \w+(?: @(?:skip|include)\(if: \$\w+\))+(?! ?[{@])/g;

/**
 * A call without the fragments that Hive's planner leaves behind, with conditions and nothing in them, where it takes
 * out what one of the types of an interface or a union needs not: with them it is no GraphQL. A call that can be read
 * is left as it is.
 */
export function withoutEmptyFragments(operation: string): string {
  try {
    parse(operation, { noLocation: true });
    return operation;
  } catch {
    return operation.replaceAll(EMPTY_FRAGMENT, '');
  }
}
