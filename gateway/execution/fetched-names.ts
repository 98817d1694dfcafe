import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { TypeTest } from './type-test.ts';

/** The response names that a fetch brings to an object of a type. */
export type FetchedNames = (typename: string) => readonly string[];

interface Parsed {
  readonly root: SelectionSetNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * The response names at the root of a fetch.
 * @throws KetenFout PLAN_MISLUKT when the fetch is no GraphQL
 */
export function rootNames(operation: string): readonly string[] {
  const parsed = parseFetch(operation);
  return namesIn(parsed.root, parsed, () => true);
}

/**
 * The response names that a list of entities brings, by the runtime type of the entity.
 * @throws KetenFout PLAN_MISLUKT when the fetch is no GraphQL
 */
export function entityNames(operation: string, responseName: string, isOfType: TypeTest): FetchedNames {
  const parsed = parseFetch(operation);
  const entities = parsed.root.selections.find(
    (node) => node.kind === Kind.FIELD && (node.alias?.value ?? node.name.value) === responseName,
  );
  const selections = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  const byType = new Map<string, readonly string[]>();
  return (typename) => {
    let names = byType.get(typename);
    if (names === undefined) {
      const applies = (condition: string): boolean => isOfType(typename, condition);
      names = selections === undefined ? [] : namesIn(selections, parsed, applies);
      byType.set(typename, names);
    }
    return names;
  };
}

function parseFetch(operation: string): Parsed {
  const { definitions } = parsed(operation);
  const root = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)?.selectionSet;
  if (root === undefined) throw new Error('A fetch has an operation.');
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return { root, fragments: new Map(fragments.map((node) => [node.name.value, node])) };
}

function parsed(operation: string): DocumentNode {
  try {
    return parse(operation, { noLocation: true });
  } catch (cause) {
    throw new KetenFout('PLAN_MISLUKT', 'The plan asks a subgraph what is no GraphQL.', {}, { cause });
  }
}

function namesIn(
  { selections }: SelectionSetNode,
  parsed: Parsed,
  applies: (condition: string) => boolean,
): readonly string[] {
  const names = selections.flatMap((node): readonly string[] => {
    if (node.kind === Kind.FIELD) return [node.alias?.value ?? node.name.value];
    const part = node.kind === Kind.FRAGMENT_SPREAD ? parsed.fragments.get(node.name.value) : node;
    const condition = part?.typeCondition?.name.value;
    if (part === undefined || (condition !== undefined && !applies(condition))) return [];
    return namesIn(part.selectionSet, parsed, applies);
  });
  return [...new Set(names)].filter((name) => name !== '__typename');
}
