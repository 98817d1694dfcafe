import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readIfPresent } from '../files/read-if-present.ts';
import { processMark } from './process-mark.ts';

const LOCK = 'lock';
const TURNS = 100;

const lockRecord = z.object({
  /** Makes the content of every lock unlike that of any other. */
  id: z.string(),
  pid: z.int(),
  mark: z.string(),
  /** URL of the GraphQL endpoint of the holder. */
  endpoint: z.string(),
  /** URL of the issuer of the holder. */
  uitgever: z.string(),
});

/** Who holds the data folder. */
export type LockRecord = z.infer<typeof lockRecord>;

/** A lock that was taken. `release` may be called more than once, and also while the process is exiting. */
export interface Lock {
  readonly release: () => void;
}

/** What came of taking the lock: ours, or somebody else's. */
export type LockOutcome =
  | { readonly soort: 'genomen'; readonly lock: Lock }
  | { readonly soort: 'bezet'; readonly houder: LockRecord };

/**
 * Takes the lock of a data folder for this process, or tells who holds it. A lock whose process has
 * gone is replaced, and of any number of processes that try at once exactly one succeeds.
 *
 * Everything rests on one thing the file system does whole: `link` fails where the name exists.
 * A stale lock is succeeded by creating `lock.na-<hash of its content>`, which only one can, then
 * checking that the stale lock is still the one in place, then renaming over it. Nothing is ever
 * removed on the strength of something read before.
 */
export function takeLock(folder: string, urls: Pick<LockRecord, 'endpoint' | 'uitgever'>): LockOutcome {
  const record = { id: randomUUID(), pid: process.pid, mark: processMark(process.pid) ?? '', ...urls };
  const content = JSON.stringify(record);
  const path = join(folder, LOCK);
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (createWhole(path, content)) return taken(folder, content);
    const chain = readChain(folder);
    const last = chain.at(-1);
    if (last === undefined) continue;
    const houder = holderOf(last);
    if (houder !== undefined) return { soort: 'bezet', houder };
    const successor = join(folder, successorName(last));
    if (!createWhole(successor, content)) continue;
    if (readIfPresent(path) !== chain[0]) {
      rmSync(successor, { force: true });
      continue;
    }
    renameSync(successor, path);
    return taken(folder, content);
  }
  throw new Error('The lock changed hands too often to be taken.');
}

/** Who holds the lock of a data folder now; `undefined` when nobody alive does. */
export function readHolder(folder: string): LockRecord | undefined {
  const last = readChain(folder).at(-1);
  return last === undefined ? undefined : holderOf(last);
}

function taken(folder: string, content: string): LockOutcome {
  const path = join(folder, LOCK);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${LOCK}.na-`)) rmSync(join(folder, name), { force: true });
  }
  const release = (): void => {
    if (readIfPresent(path) === content) rmSync(path, { force: true });
  };
  return { soort: 'genomen', lock: Object.freeze({ release }) };
}

/** The lock and its successors, oldest first: more than one only where a successor died before its rename. */
function readChain(folder: string): string[] {
  const chain: string[] = [];
  let content = readIfPresent(join(folder, LOCK));
  while (content !== undefined) {
    chain.push(content);
    content = readIfPresent(join(folder, successorName(content)));
  }
  return chain;
}

function successorName(content: string): string {
  return `${LOCK}.na-${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

function holderOf(content: string): LockRecord | undefined {
  const parsed = lockRecord.safeParse(parseJson(content));
  if (!parsed.success) return undefined;
  return processMark(parsed.data.pid) === parsed.data.mark ? parsed.data : undefined;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** Creates a file with its content in one step; false when the name is taken. */
function createWhole(path: string, content: string): boolean {
  const beside = join(dirname(path), `${randomUUID()}.nieuw`);
  writeFileSync(beside, content, { flag: 'wx', mode: 0o600 });
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}
