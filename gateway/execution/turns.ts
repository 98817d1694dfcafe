import { setImmediate as othersFirst } from 'node:timers/promises';

/** How long one request may hold the event loop before others have a turn, in milliseconds. */
const TURN_MS = 8;

/**
 * Lets other requests have their turn while a large answer is worked on. A loop over many objects asks `isOver` once
 * in a while and, when it is, waits for `next`.
 */
export class Turns {
  #end = performance.now() + TURN_MS;

  /** Whether this request has held the event loop long enough. */
  get isOver(): boolean {
    return performance.now() > this.#end;
  }

  /** Waits until everyone else had a turn. */
  async next(): Promise<void> {
    await othersFirst();
    this.#end = performance.now() + TURN_MS;
  }
}

/** How many objects are worked on before anyone looks at the clock; a power of two. */
const OBJECTS_A_LOOK = 128;

/** Whether a loop over objects should look whether its turn is over. */
export function isTimeToLook(index: number): boolean {
  return (index & (OBJECTS_A_LOOK - 1)) === OBJECTS_A_LOOK - 1;
}
