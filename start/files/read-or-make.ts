import { readIfPresent } from './read-if-present.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * The content of a file that is made once: read when it is there and `isGood`, else made, written
 * atomically (owner only) and returned.
 */
export async function readOrMake(
  path: string,
  isGood: (content: string) => boolean,
  make: () => string | Promise<string>,
): Promise<string> {
  const there = readIfPresent(path);
  if (there !== undefined && isGood(there)) return there;
  const made = await make();
  writeAtomically(path, made);
  return made;
}
