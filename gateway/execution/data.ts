import type { Foutcode } from '../../schema/fouten/catalogus.ts';

/** A value inside the answer under construction: JSON, or the mark of something that failed. */
export type Value = null | boolean | number | string | readonly Value[] | DataObject | Failure | undefined;

/** Under what an object keeps why it lacks what it has not got. */
export const LACKING = Symbol('lacking');

/** An object of the answer under construction, by response name. */
export interface DataObject {
  [responseName: string]: Value;
  [LACKING]?: Failure;
}

/** A place in an answer: response names and list positions. */
export type Path = readonly (string | number)[];

/** What went wrong, once, however many places of the answer it leaves empty. */
export interface FailureCause {
  readonly code: Foutcode;
  readonly subgraph: string;
}

/**
 * Stands in the data where a value should have been. The answer is put together from the data, so
 * the place of the mark becomes the path of the error: nobody has to translate paths of subgraphs.
 */
export class Failure {
  readonly cause: FailureCause;
  /** Where below this place it happened, when the subgraph itself made a whole branch null. */
  readonly below: Path;
  /** Whether another mark of the same object already tells of it. */
  readonly silent: boolean;
  /** What else happened below this place. */
  readonly others: Failure[] = [];

  constructor(cause: FailureCause, below: Path = [], silent = false) {
    this.cause = cause;
    this.below = below;
    this.silent = silent;
  }

  /** Inside the value of a scalar that is an object, a mark is no more than a null. */
  toJSON(): null {
    return null;
  }
}

/** How deep an answer is followed into itself. A subgraph may nest deeper than any stack; no operation asks as deep. */
export const MAX_NESTING = 200;

/** Whether a value is a JSON object: no list, no null, no mark of failure. */
export function isDataObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Failure);
}

/**
 * What stands under a response name, never what an object inherits: `constructor` is a fine name
 * for a field.
 */
export function own(object: DataObject, name: string): Value {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Compiles the reading of one name, as `own` does: most names are ones that no object inherits. */
export function reader(name: string): (object: DataObject) => Value {
  return name in Object.prototype ? (object) => own(object, name) : (object) => object[name];
}
