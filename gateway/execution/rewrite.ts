import type { Rewrite } from '../planning/plan.ts';
import { type DataObject, isDataObject, MAX_NESTING, own, type Value } from './data.ts';
import type { TypeTest } from './type-test.ts';

const FRAGMENT = '... on ';

/** Applies the rewrites of a plan, in order, to a representation or an answer. Changes the object itself. */
export function applyRewrites(rewrites: readonly Rewrite[], object: DataObject, isOfType: TypeTest): void {
  for (const rewrite of rewrites) {
    const name = rewrite.path.at(-1);
    if (name === undefined) continue;
    visit(object, rewrite.path.slice(0, -1), isOfType, (found) => change(found, name, rewrite));
  }
}

function change(object: DataObject, name: string, rewrite: Rewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    object[name] = rewrite.setValueTo as Value;
    return;
  }
  const value = own(object, name);
  if (value === undefined) return;
  object[rewrite.renameKeyTo] = value;
  object[name] = undefined;
}

function visit(
  value: Value,
  path: readonly string[],
  isOfType: TypeTest,
  found: (object: DataObject) => void,
  depth = MAX_NESTING,
): void {
  if (Array.isArray(value)) {
    if (depth > 0) for (const element of value) visit(element, path, isOfType, found, depth - 1);
    return;
  }
  if (!isDataObject(value)) return;
  const [step, ...rest] = path;
  if (step === undefined) {
    found(value);
  } else if (step.startsWith(FRAGMENT)) {
    const typename = own(value, '__typename');
    if (typeof typename !== 'string' || isOfType(typename, step.slice(FRAGMENT.length))) {
      visit(value, rest, isOfType, found);
    }
  } else {
    visit(own(value, step), rest, isOfType, found);
  }
}
