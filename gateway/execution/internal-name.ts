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
 * that is the name of some field could fall together with one of them and show its value. So could a field with
 * arguments: a plan may ask it with others.
 */
export function internalNames(schema: GraphQLSchema): InternalName {
  const names = new Set<string>();
  const withArguments = new Set<string>();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, args } of Object.values(type.getFields())) {
      names.add(name);
      if (args.length > 0 && !roots.some((root) => root === type)) withArguments.add(name);
    }
  }
  return ({ name: { value: name }, alias: { value: alias } = { value: name } }) =>
    (alias === name ? withArguments : names).has(alias) ? INTERNAL_PREFIX + alias : alias;
}

/** The document as the planner gets it: with the internal names as aliases. */
export function withInternalNames(document: DocumentNode, internalName: InternalName): DocumentNode {
  return visit(document, {
    Field(node) {
      const value = internalName(node);
      if ((node.alias ?? node.name).value === value) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value } };
    },
  });
}
