import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';

/** Whether a Boolean variable is true. */
export type IsTrue = (variable: string) => boolean;

/** Whether a selection takes part, given the variables of its `@include` and `@skip`. */
export function isIncluded(node: SelectionNode, isTrue: IsTrue): boolean {
  return (node.directives ?? []).every((directive) => {
    const name = directive.name.value;
    if (name !== 'include' && name !== 'skip') return true;
    return condition(directive, isTrue) === (name === 'include');
  });
}

/** The variables that `@include` and `@skip` of an operation and its fragments look at, in order of name. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
): readonly string[] {
  const found = new Set<string>();
  const visitor = {
    Directive(node: DirectiveNode): void {
      const value = node.arguments?.find(({ name }) => name.value === 'if')?.value;
      const isCondition = node.name.value === 'include' || node.name.value === 'skip';
      if (isCondition && value?.kind === Kind.VARIABLE) found.add(value.name.value);
    },
  };
  for (const node of [operation, ...fragments]) visit(node, visitor);
  return [...found].toSorted();
}

function condition(directive: DirectiveNode, isTrue: IsTrue): boolean {
  const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return isTrue(value.name.value);
  return value?.kind === Kind.BOOLEAN && value.value;
}
