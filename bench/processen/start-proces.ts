import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a process is started: the program, its arguments and the environment beside PATH and HOME. */
export interface Opdrachtregel {
  readonly programma: string;
  readonly argumenten: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Opens a channel for messages; the program must be a Node. */
  readonly ipc?: boolean;
}

/** A running process, in a process group of its own. */
export interface Proces {
  readonly pid: number;
  readonly child: ChildProcess;
  /** The last of what it wrote to stderr. */
  readonly klacht: () => string;
  readonly leeft: () => boolean;
  /** Asks it to end, and ends its whole group when it has not after five seconds. */
  readonly stop: () => Promise<void>;
}

const MEEST = 2_000;
let waakhond: ChildProcess | undefined;

/** Starts a process that ends at the latest when this process does. */
export function startProces({ programma, argumenten, env, cwd, ipc }: Opdrachtregel): Proces {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(programma, argumenten, {
    detached: true,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'ignore', 'pipe', ...(ipc === true ? (['ipc'] as const) : [])],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let klacht = '';
  child.stderr?.on('data', (stuk: Buffer) => {
    klacht = (klacht + String(stuk)).slice(-MEEST);
  });
  child.on('error', (fout) => {
    klacht += fout.message;
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${programma} does not start`);
  meld({ erbij: pid });
  const leeft = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    child,
    klacht: () => klacht.trim(),
    leeft,
    stop: async () => {
      if (leeft()) {
        const einde = once(child, 'exit');
        child.kill('SIGTERM');
        const geduld = setTimeout(() => dood(pid), 5_000);
        await einde;
        clearTimeout(geduld);
      }
      dood(pid);
      meld({ eraf: pid });
    },
  };
}

/** Starts a program of this folder under this Node, with a channel for messages. */
export function startEigen(pad: string, argumenten: readonly string[] = []): Proces {
  return startProces({
    programma: process.execPath,
    argumenten: [fileURLToPath(new URL(`../${pad}`, import.meta.url)), ...argumenten],
    ipc: true,
  });
}

/** Sends a message and waits for the one that comes back. */
export async function vraag<Antwoord>({ child, klacht }: Proces, bericht: object): Promise<Antwoord> {
  child.send(bericht);
  return await volgendBericht({ child, klacht });
}

/** The next message of a process. */
export async function volgendBericht<Antwoord>({
  child,
  klacht,
}: Pick<Proces, 'child' | 'klacht'>): Promise<Antwoord> {
  const stop = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: stop.signal }).then(([antwoord]) => antwoord as Antwoord),
      once(child, 'exit', { signal: stop.signal }).then(() => {
        throw new Error(`a process of the benchmark ended: ${klacht()}`);
      }),
    ]);
  } finally {
    stop.abort();
  }
}

function dood(groep: number): void {
  try {
    process.kill(-groep, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

function meld(bericht: object): void {
  if (waakhond === undefined) {
    waakhond = fork(new URL('waakhond.ts', import.meta.url), { detached: true, stdio: 'ignore' });
    waakhond.unref();
    waakhond.channel?.unref();
  }
  waakhond.send(bericht);
}
