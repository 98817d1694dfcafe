import {
  buildASTSchema,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  parse,
  printSchema,
  type TypeDefinitionNode,
  visit,
} from 'graphql';

/**
 * A schema without the fields that are not visible, the types that nothing is left of, and what can then no longer be
 * reached. A field of an interface is visible when it is in every type that it can be, as the decision about it is.
 * @param isVisible tells it of a field of an object type, by `Type.veld`
 */
export function visibleSchema(schema: GraphQLSchema, isVisible: (veld: string) => boolean): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .filter((type) => type !== undefined && type !== null)
    .map(({ name }) => name);
  const isVisibleIn = (typename: string, { name }: FieldDefinitionNode): boolean => {
    const type = schema.getType(typename);
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [{ name: typename }];
    return types.every((each) => isVisible(`${each.name}.${name.value}`));
  };
  let definitions: readonly DefinitionNode[] = parse(printSchema(schema)).definitions.map((node) =>
    hasFields(node)
      ? { ...node, fields: (node.fields ?? []).filter((field) => isVisibleIn(node.name.value, field)) }
      : node,
  );
  for (let size = -1; size !== sizeOf(definitions);) {
    size = sizeOf(definitions);
    definitions = withoutEmpty(definitions, roots);
  }
  return buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: reachable(definitions, roots) },
    { assumeValid: true, assumeValidSDL: true },
  );
}

type WithFields = Extract<DefinitionNode, { readonly fields?: readonly FieldDefinitionNode[] }>;

function hasFields(node: DefinitionNode): node is WithFields {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** Takes out types without fields or members, and then what is of such a type. */
function withoutEmpty(
  definitions: readonly DefinitionNode[],
  roots: readonly string[],
): readonly DefinitionNode[] {
  const left = definitions.filter((node) => {
    if (hasFields(node)) return (node.fields ?? []).length > 0 || roots.includes(node.name.value);
    return node.kind !== Kind.UNION_TYPE_DEFINITION || (node.types ?? []).length > 0;
  });
  const gone = new Set(definitions.filter((node) => !left.includes(node)).map(nameOf));
  const stays = ({ name }: NamedTypeNode): boolean => !gone.has(name.value);
  return left.map((node) => {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) return { ...node, types: (node.types ?? []).filter(stays) };
    if (!hasFields(node)) return node;
    const fields = (node.fields ?? []).filter(({ type }) => namedIn(type).every((name) => !gone.has(name)));
    return { ...node, fields, interfaces: (node.interfaces ?? []).filter(stays) };
  });
}

/** What grows smaller while something is taken out. */
function sizeOf(definitions: readonly DefinitionNode[]): number {
  const inner = definitions.map((node) => (hasFields(node) ? (node.fields ?? []).length : 0));
  return inner.reduce((sum, count) => sum + count, definitions.length);
}

/** What the root types name, and what that names; a type that implements a reachable interface is reachable. */
function reachable(
  definitions: readonly DefinitionNode[],
  roots: readonly string[],
): readonly DefinitionNode[] {
  const names = new Set(roots);
  const takes = (node: DefinitionNode): boolean =>
    names.has(nameOf(node) ?? '') ||
    node.kind === Kind.DIRECTIVE_DEFINITION ||
    node.kind === Kind.SCHEMA_DEFINITION ||
    (hasFields(node) && (node.interfaces ?? []).some(({ name }) => names.has(name.value)));
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const node of definitions.filter(takes)) {
      for (const name of [nameOf(node) ?? '', ...namedIn(node)]) names.add(name);
    }
  }
  return definitions.filter(takes);
}

function nameOf(node: DefinitionNode): string | undefined {
  return 'name' in node ? (node as TypeDefinitionNode).name.value : undefined;
}

/** The types that stand in a part of a schema. */
function namedIn(node: Parameters<typeof visit>[0]): readonly string[] {
  const names: string[] = [];
  visit(node, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}
