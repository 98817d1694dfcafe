import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Beleidseis, Beleidseisen } from './beleidseis.ts';
import { givenMoreThanOnce } from './given-more-than-once.ts';

/** One field that an operation can reach, with what it asks for; without an eis nobody may see it. */
export interface Dekking {
  readonly veld: string;
  readonly eis: Beleidseis | undefined;
  /** Whether the answer may hold more of it than the group allows: see `nooitInLijst` of a data group. */
  readonly teVaak?: true;
}

/** The schema itself is public to everyone who is authenticated. */
const INTROSPECTION: Beleidseis = [['publiek']];

/**
 * Every field that an operation can reach, each once, wherever it hides: behind aliases, fragments, types of an
 * interface or union, and `@include` or `@skip` (as if included). It depends on the document alone.
 * @param nooitInLijst the data groups of which one answer may hold at most one value of a field
 */
export function coverage(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  eisen: Beleidseisen,
  nooitInLijst: ReadonlySet<string> = new Set(),
): readonly Dekking[] {
  const covered = new Map<string, Dekking>();
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field(node: FieldNode): void {
      for (const dekking of coverField(schema, typeInfo, node, eisen)) covered.set(dekking.veld, dekking);
    },
  });
  for (const node of [operation, ...reachableFragments(document, operation)]) visit(node, visitor);
  const hooguitEen = ({ eis }: Dekking): boolean =>
    eis?.flat().some((groep) => nooitInLijst.has(groep)) ?? false;
  const bewaakt = new Set([...covered.values()].filter(hooguitEen).map(({ veld }) => veld));
  if (bewaakt.size > 0) {
    for (const veld of givenMoreThanOnce(schema, document, operation, (each) => bewaakt.has(each)))
      covered.set(veld, { veld, eis: eisen.get(veld), teVaak: true });
  }
  return Object.freeze([...covered.values()]);
}

function coverField(
  schema: GraphQLSchema,
  typeInfo: TypeInfo,
  node: FieldNode,
  eisen: Beleidseisen,
): Dekking[] {
  const name = node.name.value;
  const parent = typeInfo.getParentType();
  if (name === '__typename') return [];
  if (name === '__schema' || name === '__type' || parent?.name.startsWith('__') === true) {
    return [{ veld: name.startsWith('__') ? name : '__schema', eis: INTROSPECTION }];
  }
  // A field whose parent we cannot tell is refused, by having no eis.
  if (!parent) return [{ veld: name, eis: undefined }];
  const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
  return types.map((type) => {
    const veld = `${type.name}.${name}`;
    return { veld, eis: eisen.get(veld) };
  });
}

function reachableFragments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<FragmentDefinitionNode> {
  const byName = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) byName.set(node.name.value, node);
  }
  const reached = new Set<FragmentDefinitionNode>();
  const follow = (from: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(from, {
      FragmentSpread(node): void {
        const fragment = byName.get(node.name.value);
        if (fragment === undefined || reached.has(fragment)) return;
        reached.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return reached;
}
