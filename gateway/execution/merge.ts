import { type DataObject, Failure, isDataObject, MAX_NESTING, own, type Value } from './data.ts';
import { markLacking } from './mark-lacking.ts';

/**
 * Merges what a subgraph gave into an object of the answer. Objects are merged by name and lists by
 * position; otherwise the newcomer wins, but a mark of failure never replaces a value: it tells why that lacks what it
 * has not got.
 * A key named `__proto__` is no field and is dropped, so that no answer can reach a prototype.
 */
export function mergeInto(target: DataObject, source: DataObject, depth = MAX_NESTING): void {
  for (const name of Object.keys(source)) {
    if (name === '__proto__') continue;
    const merged = mergeValue(own(target, name), source[name], depth - 1);
    if (merged !== undefined) target[name] = merged;
  }
}

function mergeValue(existing: Value, incoming: Value, depth: number): Value {
  if (existing === undefined || existing === null) return incoming;
  if (incoming === undefined || incoming === null) return existing;
  if (incoming instanceof Failure) {
    markLacking(existing, incoming);
    return existing;
  }
  if (existing instanceof Failure) {
    markLacking(incoming, existing);
    return incoming;
  }
  if (depth <= 0) return existing;
  if (Array.isArray(existing) && Array.isArray(incoming)) return mergeLists(existing, incoming, depth);
  if (isDataObject(existing) && isDataObject(incoming)) {
    if (existing !== incoming) mergeInto(existing, incoming, depth);
    return existing;
  }
  return incoming;
}

function mergeLists(existing: readonly Value[], incoming: readonly Value[], depth: number): readonly Value[] {
  if (existing === incoming) return existing;
  return incoming.map((value, index) => mergeValue(existing[index], value, depth - 1));
}
