import {
  execute,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DataObject } from './data.ts';

/** Answers the questions of an operation about the schema itself, on the schema that the asker may see. */
export type ExecuteIntrospection = (
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
) => DataObject;

/**
 * Picks `__schema` and `__type` out of an operation, to be answered by graphql-js; `undefined` when the operation asks
 * neither.
 */
export function compileIntrospection(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ExecuteIntrospection | undefined {
  const selections = introspectionOf(operation.selectionSet, fragments);
  if (selections.length === 0) return undefined;
  const document = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const,
      ...fragments.values(),
    ],
  } as const;
  return (variableValues, schema) => {
    const result = execute({ schema, document, variableValues }) as ExecutionResult;
    return { ...result.data } as DataObject;
  };
}

function introspectionOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionNode[] {
  return selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return isIntrospection(node) ? [node] : [];
    const selectionSet =
      node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet;
    const inner = selectionSet === undefined ? [] : introspectionOf(selectionSet, fragments);
    if (inner.length === 0) return [];
    const directives = node.directives ?? [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        directives,
        selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
      },
    ];
  });
}

function isIntrospection(node: FieldNode): boolean {
  return node.name.value === '__schema' || node.name.value === '__type';
}
