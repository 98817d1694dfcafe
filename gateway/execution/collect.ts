import type { PathStep } from '../planning/plan.ts';
import { type DataObject, isDataObject, MAX_NESTING, own, type Value } from './data.ts';
import { isTimeToLook, type Turns } from './turns.ts';
import type { TypeTest } from './type-test.ts';

/**
 * The objects of an answer at a path. Lists are gone through where they stand, however deep they are nested, so the
 * step `@`, every element of a list, adds nothing.
 */
export async function collect(
  from: readonly DataObject[],
  path: readonly PathStep[],
  isOfType: TypeTest,
  turns: Turns,
): Promise<readonly DataObject[]> {
  let found = from;
  for (const step of path) {
    if (step === '@') continue;
    const next: DataObject[] = [];
    for (let index = 0; index < found.length; index += 1) {
      if (isTimeToLook(index) && turns.isOver) await turns.next();
      const object = found[index] as DataObject;
      if (typeof step !== 'string') {
        if (isOneOf(object, step.types, isOfType)) next.push(object);
        continue;
      }
      const value = own(object, step);
      const elements: readonly Value[] = Array.isArray(value) ? value : [value];
      for (let place = 0; place < elements.length; place += 1) {
        if (isTimeToLook(place) && turns.isOver) await turns.next();
        addObjects(elements[place], next, MAX_NESTING - 1);
      }
    }
    found = next;
  }
  return found;
}

function addObjects(value: Value, to: DataObject[], depth: number): void {
  if (Array.isArray(value)) {
    if (depth > 0) for (const element of value) addObjects(element, to, depth - 1);
  } else if (isDataObject(value)) {
    to.push(value);
  }
}

/** An object without a `__typename` stands where only one type can be, so the step is about that type. */
function isOneOf(object: DataObject, types: readonly string[], isOfType: TypeTest): boolean {
  const typename = own(object, '__typename');
  return typeof typename !== 'string' || types.some((type) => isOfType(typename, type));
}
