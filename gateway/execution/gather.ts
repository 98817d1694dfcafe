import type { RequiredSelection, Rewrite } from '../planning/plan.ts';
import type { DataObject, Failure, Value } from './data.ts';
import type { RoundedNumbers } from './rounded-numbers.ts';
import { compileRepresentation, type WriteRepresentation } from './representation.ts';
import { applyRewrites } from './rewrite.ts';
import { isTimeToLook } from './turns.ts';
import type { Run } from './receive.ts';
import type { TypeTest } from './type-test.ts';

/** What is asked for: each different representation once, and which object wants which of them. */
export interface Gathered {
  /** How many representations there are. */
  readonly count: number;
  /** The representations as JSON, between commas. */
  readonly representations: string;
  readonly wanting: readonly Wanting[];
  readonly failed: readonly Failed[];
}

/** An object, and which of the representations it wants the entity of. */
export interface Wanting {
  readonly target: DataObject;
  readonly position: number;
}

/** An object that cannot be asked for: a required part failed, or (without a failure) cannot be written. */
export interface Failed {
  readonly target: DataObject;
  readonly failure: Failure | undefined;
}

/** Writes the representations of objects. */
export type Gather = (
  targets: readonly DataObject[],
  run: Pick<Run, 'rounded' | 'turns'>,
) => Promise<Gathered>;

/** What is required of the objects, and how it is to be changed for the subgraph. */
export interface GatherSource {
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
}

/** Compiles the gathering of what one list of entities is asked by. */
export function compileGather(source: GatherSource, isOfType: TypeTest): Gather {
  const { keyOf, write: writePlain } = compileRepresentation(source.requires, isOfType);
  const write = withRewrites(source, writePlain, isOfType);
  return async (targets, { rounded, turns }) => {
    const texts = new Texts();
    const positions = new Positions();
    const wanting: Wanting[] = [];
    const failed: Failed[] = [];
    for (let index = 0; index < targets.length; index += 1) {
      if (isTimeToLook(index)) {
        texts.joinLoose();
        if (turns.isOver) await turns.next();
      }
      const target = targets[index] as DataObject;
      const key = keyOf(target);
      const seen = positions.of(key === undefined ? undefined : target['__typename']);
      let position = key === undefined ? undefined : seen.get(key);
      if (position === undefined) {
        const text = written(target, write, rounded);
        if (typeof text !== 'string') {
          if (text !== undefined) failed.push({ target, failure: text ?? undefined });
          continue;
        }
        position = key === undefined ? seen.get(text) : undefined;
        position ??= texts.add(text);
        seen.set(key ?? text, position);
      }
      wanting.push({ target, position });
    }
    return { count: texts.count, representations: texts.join(), wanting, failed };
  };
}

/** Texts between commas. They are joined a part at a time: to join very many of them at once takes longer than a turn. */
class Texts {
  readonly #joined: string[] = [];
  #loose: string[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @returns its place among all of them */
  add(text: string): number {
    this.#loose.push(text);
    this.#count += 1;
    return this.#count - 1;
  }

  joinLoose(): void {
    if (this.#loose.length > 0) this.#joined.push(this.#loose.join(','));
    this.#loose = [];
  }

  join(): string {
    this.joinLoose();
    return this.#joined.join(',');
  }
}

/** Which representation is whose: by type and key where that tells it apart, else by its text. */
class Positions {
  readonly #byType = new Map<Value, Map<string, number>>();

  /** @param type the type of which the keys are; `undefined` for texts */
  of(type: Value): Map<string, number> {
    let positions = this.#byType.get(type);
    if (positions === undefined) {
      positions = new Map();
      this.#byType.set(type, positions);
    }
    return positions;
  }
}

/** A representation; what is nested deeper than can be written is one that cannot. */
function written(
  target: DataObject,
  write: WriteRepresentation,
  rounded: RoundedNumbers,
): ReturnType<WriteRepresentation> {
  try {
    return write(target, rounded);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function withRewrites(
  { inputRewrites }: GatherSource,
  write: WriteRepresentation,
  isOfType: TypeTest,
): WriteRepresentation {
  if (inputRewrites.length === 0) return write;
  return (entity, rounded) => {
    const text = write(entity, rounded);
    if (typeof text !== 'string') return text;
    const representation = JSON.parse(text) as DataObject;
    applyRewrites(inputRewrites, representation, isOfType);
    return JSON.stringify(representation);
  };
}
