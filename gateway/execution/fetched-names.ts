import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { TypeTest } from './type-test.ts';

/** The response names that a fetch brings to an object of a type. */
export type FetchedNames = (typename: string) => readonly string[];

/** The response names at the root of a fetch. */
export function rootNames(operation: string): readonly string[] {
  return namesIn(rootOf(operation), () => true);
}

/** The response names a fetch of entities brings, by the runtime type of the entity. */
export function entityNames(operation: string, isOfType: TypeTest): FetchedNames {
  const entities = rootOf(operation).selections.find((node) => node.kind === Kind.FIELD);
  const byType = new Map<string, readonly string[]>();
  return (typename) => {
    let names = byType.get(typename);
    if (names === undefined) {
      const selections = entities?.selectionSet;
      names =
        selections === undefined ? [] : namesIn(selections, (condition) => isOfType(typename, condition));
      byType.set(typename, names);
    }
    return names;
  };
}

function rootOf(operation: string): SelectionSetNode {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch begins with its operation.');
  return definition.selectionSet;
}

function namesIn(
  { selections }: SelectionSetNode,
  applies: (condition: string) => boolean,
): readonly string[] {
  const names = selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.alias?.value ?? node.name.value];
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = node.typeCondition?.name.value;
    return condition === undefined || applies(condition) ? namesIn(node.selectionSet, applies) : [];
  });
  return [...new Set(names)].filter((name) => name !== '__typename');
}
