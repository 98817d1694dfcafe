import { type Foutcode } from '../../schema/fouten/catalogus.ts';
import {
  type DataObject,
  Failure,
  type FailureCause,
  isDataObject,
  own,
  type Path,
  type Value,
} from './data.ts';
import { markLacking } from './mark-lacking.ts';

/** Codes of a subgraph that mean something to the asker; every other error of a subgraph is BRON_MISLUKT. */
const PASSED_ON: ReadonlySet<Foutcode> = new Set([
  'CURSOR_ONGELDIG',
  'INVOER_ONGELDIG',
  'NIET_GEAUTORISEERD',
  'STAP_PAST_NIET',
  'TWEEDE_PERSOON_NODIG',
]);

/** Marks the names of an object as failed: those that have no value yet, and what the values of the others lack. */
export function markFailed(target: DataObject, names: readonly string[], failure: Failure): void {
  for (const name of names) {
    const value = own(target, name);
    if (value === undefined || value === null) target[name] = failure;
    else markLacking(value, failure);
  }
}

/**
 * Marks an object of which a source made the whole null: each name at which it happened gets its error, the other
 * names stay silent about it.
 */
export function failObject(target: DataObject, names: readonly string[], failures: readonly Failure[]): void {
  const [first] = failures;
  if (first === undefined) return;
  let isPlaced = false;
  for (const { cause, below } of failures) {
    const [name, ...rest] = below;
    if (typeof name !== 'string' || !names.includes(name)) continue;
    markFailed(target, [name], new Failure(cause, rest));
    isPlaced = true;
  }
  markFailed(target, names, new Failure(first.cause, [], isPlaced));
}

/** The errors of an answer: all of them, with their path inside it, and one of each kind of which the data carry no mark. */
export interface PlacedErrors {
  readonly failures: readonly Failure[];
  readonly unplaced: readonly FailureCause[];
}

/**
 * Reads the `errors` of a subgraph's answer and leaves a mark in its data at each path. An error that points nowhere,
 * or at a value that is there all the same, leaves no mark.
 */
export function placeErrors(errors: unknown, data: Value, subgraph: string): PlacedErrors {
  const failures: Failure[] = [];
  const unplaced = new Map<Foutcode, FailureCause>();
  for (const error of Array.isArray(errors) ? (errors as readonly unknown[]) : []) {
    const cause: FailureCause = { code: codeOf(error), subgraph };
    const path = pathOf(error) ?? [];
    failures.push(new Failure(cause, path));
    if (!place(data, path, cause)) unplaced.set(cause.code, cause);
  }
  return { failures, unplaced: [...unplaced.values()] };
}

function place(data: Value, path: Path, cause: FailureCause): boolean {
  let at: Value = data;
  for (const [index, step] of path.entries()) {
    const next = child(at, step);
    if (next instanceof Failure) {
      next.others.push(new Failure(cause, path.slice(index + 1)));
      return true;
    }
    if (next === null || next === undefined) {
      return put(at, step, new Failure(cause, path.slice(index + 1)));
    }
    at = next;
  }
  return false;
}

function child(at: Value, step: string | number): Value {
  if (typeof step === 'number') return Array.isArray(at) ? (at as readonly Value[])[step] : undefined;
  return isDataObject(at) ? own(at, step) : undefined;
}

function put(at: Value, step: string | number, failure: Failure): boolean {
  if (typeof step === 'number') {
    if (!Array.isArray(at) || step >= at.length) return false;
    (at as Value[])[step] = failure;
    return true;
  }
  if (!isDataObject(at) || step === '__proto__') return false;
  at[step] = failure;
  return true;
}

function codeOf(error: unknown): Foutcode {
  if (!isDataObject(error)) return 'BRON_MISLUKT';
  const extensions = own(error, 'extensions');
  const code = isDataObject(extensions) ? own(extensions, 'code') : undefined;
  return PASSED_ON.has(code as Foutcode) ? (code as Foutcode) : 'BRON_MISLUKT';
}

function pathOf(error: unknown): Path | undefined {
  const path = isDataObject(error) ? own(error, 'path') : undefined;
  if (!Array.isArray(path) || path.length === 0) return undefined;
  const steps: readonly Value[] = path;
  return steps.every((step) => typeof step === 'string' || Number.isInteger(step))
    ? (steps as Path)
    : undefined;
}
