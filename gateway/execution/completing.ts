import { Failure, type FailureCause, type Path, type Value } from './data.ts';
import type { JsonWriter } from './json-writer.ts';
import type { RoundedNumbers } from './rounded-numbers.ts';
import type { Turns } from './turns.ts';
import type { WriteLeaf } from './write-leaf.ts';

/** Called for each place of the answer that stays empty; without a cause when no source said why. */
export type Report = (path: Path, cause?: FailureCause) => void;

/** What completing needs beside the value. */
export interface Completing {
  /** Where we are: a stack, copied only when there is something to report. */
  readonly path: (string | number)[];
  readonly to: JsonWriter;
  readonly report: Report;
  readonly rounded: RoundedNumbers;
  readonly turns: Turns;
}

/** What became of a value: it is written, or nothing is and it is null, or it failed and that is reported. */
export type Outcome = 'written' | 'null' | 'failed';

/** An outcome; of a large answer, in another turn. */
export type Completed = Outcome | Promise<Outcome>;

/** Writes the completed value as JSON, or leaves it to whoever asked to write that it is null. */
export type Complete = (value: Value, at: Completing) => Completed;

/** How to complete a field or list element, and whether its null empties what it stands in. */
export interface Completion {
  readonly complete: Complete;
  readonly required: boolean;
  /** Of a leaf: how to write it, when nothing is wrong with it. */
  readonly writeLeaf?: WriteLeaf;
}

/** A path below a place as the client asked it. */
export type Seen = (below: Path) => Path;

/** Null, or a value of the wrong shape, or the mark of a failure. */
export function absent(value: Value, at: Completing, seen: Seen): 'null' | 'failed' {
  if (value === null || value === undefined) return 'null';
  if (!(value instanceof Failure)) return unexplained(at);
  if (value.silent) return 'failed';
  for (const { cause, below } of [value, ...value.others]) at.report([...at.path, ...seen(below)], cause);
  return 'failed';
}

/** A value that may not stand here, and no source said why. */
export function unexplained(at: Completing): 'failed' {
  at.report([...at.path]);
  return 'failed';
}

/**
 * Ends a part of a list or an object that is no more than null: writes that, or takes the whole back when it empties it.
 * @param begin how much was written before the whole
 * @returns whether the whole goes on
 */
export function endNull(required: boolean, begin: number, { to }: Completing): boolean {
  if (required) to.cut(begin);
  else to.raw(NULL);
  return !required;
}

const NULL = Buffer.from('null');
