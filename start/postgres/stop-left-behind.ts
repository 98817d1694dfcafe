import { execFileSync } from 'node:child_process';
import { readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readIfPresent } from '../files/read-if-present.ts';
import { processMark } from '../lock/process-mark.ts';

const STEP = 25;
/** Fast shutdown, then immediate shutdown (server-start, "Shutting Down the Server"), then the end of it. */
const STEPS = [
  { signal: 'SIGINT', within: 15_000 },
  { signal: 'SIGQUIT', within: 5_000 },
  { signal: 'SIGKILL', within: 2_000 },
] as const;

/**
 * Stops a server on these data that outlived the start that began it, found by its `postmaster.pid`.
 * The lock of the data folder must be ours. A pid that went to another process is left alone, and the
 * file that names it removed: PostgreSQL itself would refuse to start over it.
 */
export async function stopLeftBehind(data: string): Promise<void> {
  const pidfile = join(data, 'postmaster.pid');
  const pid = Number(readIfPresent(pidfile)?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || processMark(pid) === undefined) return;
  if (!servesData(pid, data)) {
    rmSync(pidfile, { force: true });
    return;
  }
  for (const { signal, within } of STEPS) {
    process.kill(pid, signal);
    const deadline = Date.now() + within;
    while (Date.now() < deadline) {
      if (processMark(pid) === undefined) return;
      await wait(STEP);
    }
  }
}

/** A server works in its data folder, wherever that was moved to; where that cannot be asked, its arguments name it. */
function servesData(pid: number, data: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}
