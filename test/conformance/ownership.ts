import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

/** What the SDL of a subgraph says of one field. */
export interface OwnedField {
  readonly type: string;
  readonly field: string;
  /** Whether another subgraph has to bring it. */
  readonly isExternal: boolean;
  /** Whether it is part of a key. */
  readonly isKey: boolean;
  /** What must be known before it can be resolved. */
  readonly requires: SelectionSetNode | undefined;
  /** The subgraph from which it was taken over. */
  readonly takenFrom: string | undefined;
}

type Fielded = (TypeDefinitionNode | TypeExtensionNode) & {
  readonly fields?: readonly FieldDefinitionNode[];
};

const FIELDED: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
]);

/** Reads from the SDL of a subgraph who has which fields, in the plainest way. */
export function ownership(typeDefs: string): readonly OwnedField[] {
  const { definitions } = parse(typeDefs);
  const names = directiveNames(typeDefs);
  const isDirective = ({ name: { value } }: ConstDirectiveNode, name: string): boolean =>
    (names.get(value) ?? value) === name;
  const types = definitions.filter(({ kind }) => FIELDED.has(kind)) as readonly Fielded[];
  return types.flatMap(({ name: { value: type }, directives = [], fields = [] }) => {
    const keys = new Set(
      directives
        .filter((each) => isDirective(each, 'key'))
        .flatMap((key) => Array.from(selectionIn(key)?.selections ?? [], nameOf)),
    );
    return fields.map((node): OwnedField => {
      const find = (name: string): ConstDirectiveNode | undefined =>
        node.directives?.find((each) => isDirective(each, name));
      const requires = find('requires');
      const override = find('override');
      return {
        type,
        field: node.name.value,
        isExternal: find('external') !== undefined,
        isKey: keys.has(node.name.value),
        requires: requires === undefined ? undefined : selectionIn(requires),
        takenFrom: override === undefined ? undefined : textOf(override),
      };
    });
  });
}

/** Whether a field is part of a key of its type. */
export function isKey(owned: readonly OwnedField[], type: string, field: string): boolean {
  return owned.some((each) => each.type === type && each.field === field && each.isKey);
}

/** What directives are called in the specification that a subgraph calls otherwise: by a prefix, or by a name it chose. */
function directiveNames(typeDefs: string): ReadonlyMap<string, string> {
  const prefixed = ['external', 'key', 'requires', 'override'].map(
    (name) => [`federation__${name}`, name] as const,
  );
  const renamed = Array.from(
    typeDefs.matchAll(/name: "@(?<name>[a-zA-Z]+)", as: "@(?<as>[a-zA-Z]+)"/g),
    ({ groups = {} }) => [groups['as'] ?? '', groups['name'] ?? ''] as const,
  );
  return new Map([...prefixed, ...renamed]);
}

function nameOf(node: SelectionSetNode['selections'][number]): string {
  return node.kind === Kind.FIELD ? node.name.value : '';
}

function selectionIn(directive: ConstDirectiveNode): SelectionSetNode | undefined {
  const [definition] = parse(`{ ${textOf(directive)} }`).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
}

function textOf({ arguments: given }: ConstDirectiveNode): string {
  const value = given?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
