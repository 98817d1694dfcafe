import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, in a form that tells it from a later process with the same pid; `undefined`
 * when there is no such process, or only its remains that nobody has collected yet.
 * Linux: boot id and `starttime` of `/proc/<pid>/stat` (proc(5)); elsewhere the start time of `ps`.
 */
export function processMark(pid: number): string | undefined {
  return process.platform === 'linux' ? linuxMark(pid) : psMark(pid);
}

function linuxMark(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name of the program in brackets, which may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const startTime = fields[19];
    if (startTime === undefined || state === 'Z' || state === 'X') return undefined;
    return `${bootId()} ${startTime}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function psMark(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    }).trim();
    const [state = '', ...started] = line.split(/\s+/);
    return started.length === 0 || state.startsWith('Z') ? undefined : started.join(' ');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && exists(pid) ? 'zonder ps' : undefined;
  }
}

/** All there is to ask where there is neither `/proc` nor `ps`: such a system cannot tell a recycled pid. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
