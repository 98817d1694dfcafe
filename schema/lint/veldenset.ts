import { type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** A federation field set (`"gemeente { code } maand"`) as a selection set; `undefined` when it is malformed. */
export function parseVeldenset(text: string): SelectionSetNode | undefined {
  try {
    const [definition] = parse(`{ ${text} }`).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
  } catch {
    return undefined;
  }
}

/** The fields directly under a selection set; inline fragments are looked through. */
export function veldenIn(selection: SelectionSetNode): readonly FieldNode[] {
  return selection.selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    return each.kind === Kind.INLINE_FRAGMENT ? veldenIn(each.selectionSet) : [];
  });
}
