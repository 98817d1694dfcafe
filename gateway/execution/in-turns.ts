import type { Turns } from './turns.ts';

/** JSON text; nothing stands for a null of which the reason is reported. Large answers take several turns. */
export type Written = string | undefined | Promise<string | undefined>;

/** The parts of a list or an object, to be written one after the other. */
export interface Parts {
  readonly count: number;
  /** What stands after the last of them. */
  readonly end: string;
  readonly write: (index: number) => Written;
  /** What a part became, with what stands before it; nothing when it empties the whole. */
  readonly take: (written: string | undefined, index: number) => string | undefined;
}

/**
 * Writes the rest of a list or an object of which a part takes more than this turn.
 * @param begun the text so far
 * @param pending the part that is being written, and its place
 */
export async function restInTurns(
  { count, end, write, take }: Parts,
  begun: string,
  pending: { readonly written: Written; readonly index: number },
  turns: Turns,
): Promise<string | undefined> {
  const pieces: string[] = [];
  let text = begun;
  for (let { written, index } = pending; ; written = write(index)) {
    const taken = take(written instanceof Promise ? await written : written, index);
    if (taken === undefined) return undefined;
    text += taken;
    index += 1;
    if (index === count) return pieces.join('') + text + end;
    if (!turns.isOver) continue;
    pieces.push(flat(text));
    text = '';
    await turns.next();
  }
}

/**
 * A string that was added together is a tree of its parts until someone reads it. Such a tree, held while something
 * else is waited for, costs the garbage collector more than the text cost to write; reading it as a number makes it
 * one piece.
 */
export function flat(text: string): string {
  Number(text);
  return text;
}
