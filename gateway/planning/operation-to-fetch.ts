import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/**
 * The part of an operation that subgraphs must answer. At the root, `__typename` and questions about the schema are
 * left out, since the gateway answers those itself; fragments there are written out. Wherever a type is an interface
 * or a union, `__typename` is asked, since without it nobody can tell what the object is.
 * @returns `undefined` when nothing is left to fetch
 */
export function operationToFetch(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): DocumentNode | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const selections = toFetch(operation.selectionSet, fragments);
  if (selections.length === 0) return undefined;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return withTypenames(schema, {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet }, ...fragments.values()],
  });
}

function withTypenames(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    SelectionSet(node) {
      if (!isAbstractType(typeInfo.getParentType()) || node.selections.some(isTypename)) return undefined;
      return { ...node, selections: [TYPENAME, ...node.selections] };
    },
  });
  return visit(document, visitor);
}

function isTypename(node: SelectionNode): boolean {
  if (node.kind !== Kind.FIELD || node.name.value !== '__typename') return false;
  return node.alias === undefined && (node.directives ?? []).length === 0;
}

function toFetch(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionNode[] {
  return selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return node.name.value.startsWith('__') ? [] : [node];
    const part = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
    const inner = part === undefined ? [] : toFetch(part.selectionSet, fragments);
    if (inner.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(part?.typeCondition === undefined ? {} : { typeCondition: part.typeCondition }),
        directives: node.directives ?? [],
        selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
      },
    ];
  });
}
