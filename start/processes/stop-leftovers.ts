import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { readIfPresent } from '../files/read-if-present.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { processMark } from '../lock/process-mark.ts';
import { signalGroup } from './signal-group.ts';

const STEP = 25;
const GRACE = 3_000;

const leftovers = z.array(z.object({ pid: z.int().positive(), mark: z.string() }));

/** Writes down which processes run, so that a later start finds them if this one is killed. */
export function recordProcesses(path: string, pids: readonly number[]): void {
  const marked = pids.flatMap((pid) => {
    const mark = processMark(pid);
    return mark === undefined ? [] : [{ pid, mark }];
  });
  writeAtomically(path, JSON.stringify(marked));
}

/**
 * Stops the processes that an earlier start wrote down and did not live to stop. They notice by
 * themselves that it is gone, but a busy one may take its time, and the ports are needed now.
 */
export async function stopLeftovers(path: string): Promise<void> {
  const parsed = leftovers.safeParse(parseJson(readIfPresent(path)));
  if (!parsed.success) return;
  const alive = (): { readonly pid: number }[] =>
    parsed.data.filter(({ pid, mark }) => processMark(pid) === mark);
  for (const { pid } of alive()) signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + GRACE;
  while (alive().length > 0 && Date.now() < deadline) await wait(STEP);
  for (const { pid } of alive()) signalGroup(pid, 'SIGKILL');
}

function parseJson(content: string | undefined): unknown {
  try {
    return JSON.parse(content ?? '');
  } catch {
    return undefined;
  }
}
