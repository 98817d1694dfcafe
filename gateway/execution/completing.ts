import { Failure, type FailureCause, type Path, type Value } from './data.ts';
import type { Written } from './in-turns.ts';
import type { Turns } from './turns.ts';
import type { WriteString } from './write-leaf.ts';

/** Called for each place of the answer that stays empty; without a cause when no source said why. */
export type Report = (path: Path, cause?: FailureCause) => void;

/** What completing needs beside the value. */
export interface Completing {
  /** Where we are: a stack, copied only when there is something to report. */
  readonly path: (string | number)[];
  readonly writeString: WriteString;
  readonly report: Report;
  readonly turns: Turns;
}

/** Writes the completed value as JSON. */
export type Complete = (value: Value, at: Completing) => Written;

/** A path below a place as the client asked it. */
export type Seen = (below: Path) => Path;

/** A null as JSON. */
export const NULL = 'null';

/** Null, or a value of the wrong shape, or the mark of a failure. */
export function absent(value: Value, at: Completing, seen: Seen): typeof NULL | undefined {
  if (value === null || value === undefined) return NULL;
  if (!(value instanceof Failure)) return unexplained(at);
  if (value.silent) return undefined;
  for (const { cause, below } of [value, ...value.others]) at.report([...at.path, ...seen(below)], cause);
  return undefined;
}

/** A value that may not stand here, and no source said why. */
export function unexplained(at: Completing): undefined {
  at.report([...at.path]);
  return undefined;
}
