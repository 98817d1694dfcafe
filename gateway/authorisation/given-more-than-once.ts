import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** A selection set and the type that it is of. */
interface Part {
  readonly selectionSet: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** A field as it stands in a document. */
interface Selected {
  readonly node: FieldNode;
  readonly parent: GraphQLCompositeType;
  readonly type: GraphQLOutputType;
}

/**
 * Of the fields that `isGuarded` knows (by `Type.veld`), those of which one answer may hold more than one value: below
 * a list, or at two places of the answer. Aliases, fragments, conditions and possible types count as in the coverage;
 * what is asked twice at one place is one value. It depends on the document alone.
 */
export function givenMoreThanOnce(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isGuarded: (veld: string) => boolean,
): ReadonlySet<string> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const once = new Set<string>();
  const more = new Set<string>();

  const guardedOf = ({ node, parent }: Selected): readonly string[] => {
    const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    return types.map(({ name }) => `${name}.${node.name.value}`).filter(isGuarded);
  };

  const reached = new Map<SelectionSetNode, Set<string>>();
  const reachedBy = (part: Part): ReadonlySet<string> => {
    const known = reached.get(part.selectionSet);
    if (known !== undefined) return known;
    const velden = new Set<string>();
    reached.set(part.selectionSet, velden);
    for (const field of [...collect([part], schema, fragments).values()].flat()) {
      for (const veld of guardedOf(field)) velden.add(veld);
      for (const below of partsBelow([field])) for (const veld of reachedBy(below)) velden.add(veld);
    }
    return velden;
  };

  const walk = (parts: readonly Part[], isInList: boolean): void => {
    for (const fields of collect(parts, schema, fragments).values()) {
      const isList = isInList || fields.some(({ type }) => isListType(getNullableType(type)));
      for (const veld of new Set(fields.flatMap(guardedOf))) {
        if (isList || once.has(veld)) more.add(veld);
        once.add(veld);
      }
      // A part that reaches nothing new is left: a document whose fragments grow costs no more than its length.
      const below = partsBelow(fields);
      if (below.some((part) => [...reachedBy(part)].some((veld) => !more.has(veld)))) walk(below, isList);
    }
  };

  const root = schema.getRootType(operation.operation);
  if (root) walk([{ selectionSet: operation.selectionSet, type: root }], false);
  return more;
}

/** The fields of parts that make one object of the answer, together by the name they get in it. */
function collect(
  parts: readonly Part[],
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Map<string, Selected[]> {
  const byName = new Map<string, Selected[]>();
  const seen = new Set<string>();
  const add = ({ selectionSet, type }: Part): void => {
    for (const node of selectionSet.selections) {
      if (node.kind === Kind.FIELD) {
        const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
        const name = node.alias?.value ?? node.name.value;
        if (field === undefined) continue;
        const selected: Selected = { node, parent: type, type: field.type };
        byName.set(name, [...(byName.get(name) ?? []), selected]);
      } else {
        const spread = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        if (spread === undefined || (node.kind === Kind.FRAGMENT_SPREAD && seen.has(node.name.value)))
          continue;
        if (node.kind === Kind.FRAGMENT_SPREAD) seen.add(node.name.value);
        const condition = spread.typeCondition && schema.getType(spread.typeCondition.name.value);
        add({ selectionSet: spread.selectionSet, type: isCompositeType(condition) ? condition : type });
      }
    }
  };
  for (const part of parts) add(part);
  return byName;
}

function partsBelow(fields: readonly Selected[]): readonly Part[] {
  return fields.flatMap(({ node: { selectionSet }, type }) => {
    const named = getNamedType(type);
    return selectionSet !== undefined && isCompositeType(named) ? [{ selectionSet, type: named }] : [];
  });
}
