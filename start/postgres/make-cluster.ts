import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { inMap } from '../data-map.ts';
import type { OtherUser } from './other-user.ts';
import type { Binaries } from './ready-binaries.ts';

/** The administrator of the embedded server. */
export const BEHEERDER = 'ketengraaf';

/** A database cluster on disk. The password lies beside the data, so that the one is never there without the other. */
export interface Cluster {
  readonly data: string;
  readonly password: string;
}

/**
 * The cluster in `folder`, made with initdb when it is not there yet. It is made in a folder beside it
 * and renamed when whole, so that a start that is killed leaves no half cluster.
 * Throws POSTGRES_MISLUKT with the last lines of initdb, or MAP_NIET_SCHRIJFBAAR.
 */
export async function makeCluster(
  folder: string,
  { initdb }: Binaries,
  user: OtherUser | undefined,
  signal: AbortSignal,
): Promise<Cluster> {
  removeUnfinished(folder);
  if (!existsSync(folder)) {
    const beside = `${folder}.${randomUUID()}.nieuw`;
    try {
      const pwfile = inMap(beside, () => prepare(beside, user));
      await run(initdb, initdbArguments(join(beside, 'data'), pwfile), user, beside, signal);
      inMap(folder, () => renameSync(beside, folder));
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      throw error;
    }
  }
  return Object.freeze({
    data: join(folder, 'data'),
    password: readFileSync(join(folder, 'wachtwoord'), 'utf8'),
  });
}

/** The builtin locale sorts the same on every system, and asks nothing of it. */
function initdbArguments(data: string, pwfile: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${BEHEERDER}`,
    `--pwfile=${pwfile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
}

function prepare(folder: string, user: OtherUser | undefined): string {
  mkdirSync(folder, { mode: 0o700 });
  const pwfile = join(folder, 'wachtwoord');
  writeFileSync(pwfile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user !== undefined) for (const path of [folder, pwfile]) chownSync(path, user.uid, user.gid);
  return pwfile;
}

function removeUnfinished(folder: string): void {
  const [place, name] = [dirname(folder), basename(folder)];
  for (const entry of readdirSync(place)) {
    if (entry.startsWith(`${name}.`) && entry.endsWith('.nieuw')) {
      rmSync(join(place, entry), { recursive: true, force: true });
    }
  }
}

function run(
  command: string,
  args: readonly string[],
  user: OtherUser | undefined,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...user,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2_000)));
    }
    const abort = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', abort, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', abort);
      if (code === 0) resolve();
      else if (signal.aborted) reject(signal.reason as Error);
      else reject(initdbFout(said, folder));
    });
  });
}

function initdbFout(said: string, folder: string): KetenFout {
  const full = /No space left on device|Disk quota exceeded|Read-only file system/.test(said);
  if (full) return new KetenFout('MAP_NIET_SCHRIJFBAAR', `${folder}: ${said.trim()}`);
  return new KetenFout('POSTGRES_MISLUKT', `initdb failed. Its last lines:\n\n${said.trim()}\n`);
}
