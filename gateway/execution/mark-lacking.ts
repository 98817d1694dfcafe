import { type DataObject, Failure, isDataObject, LACKING, MAX_NESTING, own, type Value } from './data.ts';

/**
 * Marks what one call brought of a value of which another call failed: what its objects still lack, they lack for that
 * reason. The mark stands where it happened, as far as that is known.
 */
export function markLacking(value: Value, failure: Failure, depth = MAX_NESTING): void {
  if (depth === 0) return;
  const { cause, below, silent } = failure;
  const [step, ...rest] = below;
  if (Array.isArray(value)) {
    for (const [index, element] of (value as readonly Value[]).entries()) {
      const isHere = step === index;
      const mark = new Failure(cause, isHere ? rest : [], silent || (!isHere && step !== undefined));
      markLacking(element, mark, depth - 1);
    }
  } else if (isDataObject(value)) {
    const isTold = typeof step === 'string' && step !== '__proto__';
    const mark = isTold ? new Failure(cause, [], true) : failure;
    for (const name of Object.keys(value)) if (name !== step) markLacking(value[name], mark, depth - 1);
    if (isTold) markAt(value, step, new Failure(cause, rest, silent), depth);
    value[LACKING] ??= mark;
  }
}

function markAt(object: DataObject, name: string, failure: Failure, depth: number): void {
  const value = own(object, name);
  if (value === undefined || value === null) object[name] = failure;
  else markLacking(value, failure, depth - 1);
}
