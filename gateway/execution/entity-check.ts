import type { RequiredSelection } from '../planning/plan.ts';
import { type DataObject, reader, type Value } from './data.ts';
import type { TypeTest } from './type-test.ts';

/** Whether an entity can be the one that an object asked for. */
export type EntityCheck = (target: DataObject, entity: DataObject) => boolean;

/**
 * Compiles the check that a subgraph answered with the entity it was asked, as far as its answer tells: of the type
 * that was asked, or of one that is a narrower or wider name for it, and with the key that was asked.
 */
export function entityCheck(requires: readonly RequiredSelection[], isOfType: TypeTest): EntityCheck {
  const names = new Set(requires.flatMap(leafNames));
  names.delete('__typename');
  const readers = Array.from(names, reader);
  return (target, entity) => {
    const { __typename: asked } = target;
    const { __typename: given } = entity;
    if (typeof asked === 'string' && typeof given === 'string') {
      if (!isOfType(given, asked) && !isOfType(asked, given)) return false;
    }
    return readers.every((read) => !differ(read(target), read(entity)));
  };
}

function leafNames(selection: RequiredSelection): readonly string[] {
  if (selection.kind === 'InlineFragment') return selection.selections.flatMap(leafNames);
  return selection.selections === undefined && selection.as === undefined ? [selection.name] : [];
}

/** An id may be a number in one subgraph and a text in another. */
function differ(one: Value, other: Value): boolean {
  return isPlain(one) && isPlain(other) && String(one) !== String(other);
}

function isPlain(value: Value): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
