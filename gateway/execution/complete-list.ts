import {
  absent,
  type Complete,
  type Completed,
  type Completing,
  type Completion,
  endNull,
  type Outcome,
  type Seen,
} from './completing.ts';
import type { Value } from './data.ts';
import { isTimeToLook } from './turns.ts';

const BEGIN = 0x5b;
const END = 0x5d;
const COMMA = 0x2c;

/** A list that is being written. */
interface Writing {
  readonly elements: readonly Value[];
  /** How much was written before it. */
  readonly begin: number;
  readonly at: Completing;
}

/** Compiles a list of which each element is completed in this way. */
export function completeList({ complete, required }: Completion, seen: Seen): Complete {
  function writeFrom(first: number, writing: Writing): Completed {
    const { elements, begin, at } = writing;
    for (let index = first; index < elements.length; index += 1) {
      if (index > 0) at.to.character(COMMA);
      at.path.push(index);
      const outcome = complete(elements[index], at);
      if (typeof outcome !== 'string' || (isTimeToLook(index) && at.turns.isOver))
        return goOn(outcome, index, writing);
      at.path.pop();
      if (outcome !== 'written' && !endNull(required, begin, at)) return 'failed';
    }
    at.to.character(END);
    return 'written';
  }

  /** Goes on in another turn, after the element that took this one. */
  async function goOn(pending: Completed, index: number, writing: Writing): Promise<Outcome> {
    const { begin, at } = writing;
    const outcome = await pending;
    at.path.pop();
    if (outcome !== 'written' && !endNull(required, begin, at)) return 'failed';
    if (at.turns.isOver) await at.turns.next();
    return writeFrom(index + 1, writing);
  }

  return (value, at) => {
    if (!Array.isArray(value)) return absent(value, at, seen);
    const begin = at.to.length;
    at.to.character(BEGIN);
    return writeFrom(0, { elements: value, begin, at });
  };
}
