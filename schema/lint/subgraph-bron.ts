import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

/** The SDL of one subgraph, and the file it stands in. */
export interface SubgraphBron {
  readonly naam: string;
  readonly bestand: string;
  readonly document: DocumentNode;
}

/** An object type, or an extension of one, as a subgraph writes it. */
export type Objecttype = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** A field of an object type with where it stands. */
export interface Veld {
  readonly bron: SubgraphBron;
  readonly type: Objecttype;
  readonly field: FieldDefinitionNode;
}

/** The object types of a subgraph. */
export function objecttypen({ document }: SubgraphBron): readonly Objecttype[] {
  return document.definitions.filter(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

/** Every field of every object type of a subgraph. */
export function velden(bron: SubgraphBron): readonly Veld[] {
  return objecttypen(bron).flatMap((type) => (type.fields ?? []).map((field) => ({ bron, type, field })));
}

/** The directives of a name on a node. */
export function directives(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((each) => each.name.value === name);
}

/** Whether a field only refers to a field that another subgraph owns. */
export function isExternal({ type, field }: Veld): boolean {
  return directives(field, 'external').length > 0 || directives(type, 'external').length > 0;
}

/** The text of an argument of a directive; `undefined` when it is absent or no text. */
export function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
