import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { readTail } from './read-tail.ts';
import { signalGroup } from './signal-group.ts';

/** One step of stopping: the signal, and the milliseconds it is given to work. */
export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly within: number;
}

/** What to run, and how to stop it. */
export interface ProcessSpec {
  readonly naam: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Folder for `<naam>.log`; the log of the run before stays beside it as `<naam>.vorige.log`. */
  readonly logboeken: string;
  /** Whether to open an IPC channel, over which the process says `{ soort: 'gereed' }`. */
  readonly ipc: boolean;
  /** Run as another user; only root can. */
  readonly uid?: number;
  readonly gid?: number;
  /** Sent to the process one after another until it has ended; SIGKILL to its group follows. */
  readonly stop: readonly StopStep[];
  /** What ends it at once. */
  readonly hardStop: NodeJS.Signals;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that was started. */
export interface RunningProcess {
  readonly naam: string;
  readonly pid: number;
  /** Settles when it says that it is ready; never where there is no IPC channel. */
  readonly ready: Promise<void>;
  readonly ended: Promise<Ending>;
  readonly hasEnded: () => boolean;
  /** The end of its output. */
  readonly lastLines: () => string;
  /** Stops it and waits until it has ended. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, without waiting. */
  readonly hardStop: () => void;
}

/**
 * Starts a process in a process group of its own, so that Ctrl-C reaches us alone and we decide the order.
 * Its output goes straight to its log file: it does not pass through us and outlives us.
 * Rejects when it cannot be started at all.
 */
export async function beginProcess(spec: ProcessSpec): Promise<RunningProcess> {
  const log = join(spec.logboeken, `${spec.naam}.log`);
  const child = spawnInto(log, spec);
  const ended = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: { soort?: unknown }) => {
      if (message.soort === 'gereed') resolve();
    });
  });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    for (const { signal, within } of spec.stop) {
      if (hasEnded()) break;
      child.kill(signal);
      if (await endsWithin(ended, within)) break;
    }
    // Whatever it started itself goes with it.
    signalGroup(pid, 'SIGKILL');
    await ended;
  };
  return Object.freeze({
    naam: spec.naam,
    pid,
    ready,
    ended,
    hasEnded,
    lastLines: () => readTail(log),
    stop,
    hardStop: () => signalGroup(pid, spec.hardStop),
  });
}

function spawnInto(log: string, spec: ProcessSpec): ChildProcess {
  keepPrevious(log);
  const output = openSync(log, 'w', 0o600);
  try {
    return spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      detached: true,
      stdio: spec.ipc ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
      ...(spec.uid === undefined ? {} : { uid: spec.uid }),
      ...(spec.gid === undefined ? {} : { gid: spec.gid }),
    });
  } finally {
    closeSync(output);
  }
}

function keepPrevious(log: string): void {
  try {
    renameSync(log, log.replace(/\.log$/, '.vorige.log'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function endsWithin(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, milliseconds, false);
  try {
    return await Promise.race([ended.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
