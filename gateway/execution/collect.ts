import type { PathStep } from '../planning/plan.ts';
import { type DataObject, isDataObject, own, type Value } from './data.ts';
import type { TypeTest } from './type-test.ts';

/** The objects of an answer at a path. `@` stands for every element of a list, however deep the lists are nested. */
export function collect(
  from: readonly DataObject[],
  path: readonly PathStep[],
  isOfType: TypeTest,
): DataObject[] {
  const found: DataObject[] = [];
  for (const object of from) walk(object, path, 0, isOfType, found);
  return found;
}

function walk(
  value: Value,
  path: readonly PathStep[],
  depth: number,
  isOfType: TypeTest,
  found: DataObject[],
): void {
  if (Array.isArray(value)) {
    const rest = path[depth] === '@' ? depth + 1 : depth;
    for (const element of value) walk(element, path, rest, isOfType, found);
    return;
  }
  if (!isDataObject(value)) return;
  const step = path[depth];
  if (step === undefined) {
    found.push(value);
  } else if (typeof step === 'string') {
    walk(own(value, step), path, depth + 1, isOfType, found);
  } else {
    // An object without a `__typename` stands where only one type can be, so the step is about that type.
    const typename = own(value, '__typename');
    if (typeof typename !== 'string' || step.types.some((type) => isOfType(typename, type))) {
      walk(value, path, depth + 1, isOfType, found);
    }
  }
}
