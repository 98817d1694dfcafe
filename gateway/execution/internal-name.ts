import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';

/** Begins the response names that we give ourselves; a client may not begin one so. */
export const INTERNAL_PREFIX = 'ketengraaf_';

/** The response name under which a field stands in the data of the subgraphs. */
export type InternalName = (node: FieldNode) => string;

/**
 * Names fields apart from what a planner adds. Keys and required fields are asked under their own names, so an alias
 * that is the name of some field could fall together with one of them and show its value.
 */
export function internalNames(schema: GraphQLSchema): InternalName {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type))
      for (const name of Object.keys(type.getFields())) names.add(name);
  }
  return ({ name, alias }) => {
    if (alias === undefined || alias.value === name.value) return name.value;
    return names.has(alias.value) ? INTERNAL_PREFIX + alias.value : alias.value;
  };
}

/** The document as the planner gets it: with the internal names as aliases. */
export function withInternalNames(document: DocumentNode, internalName: InternalName): DocumentNode {
  return visit(document, {
    Field(node) {
      const value = internalName(node);
      if (node.alias === undefined || node.alias.value === value) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value } };
    },
  });
}

/** The name that the client gave, of one that may be internal. */
export function externalName(name: string): string {
  return name.startsWith(INTERNAL_PREFIX) ? name.slice(INTERNAL_PREFIX.length) : name;
}
