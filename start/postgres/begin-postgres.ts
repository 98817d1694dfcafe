import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { DataMap } from '../data-map.ts';
import { freePort } from '../ports/free-port.ts';
import type { ProcessSpec, RunningProcess } from '../processes/begin-process.ts';
import type { Opzichter } from '../processes/opzichter.ts';
import { choosePlace } from './choose-place.ts';
import { findPostgres } from './find-postgres.ts';
import { BEHEERDER, type Cluster, makeCluster } from './make-cluster.ts';
import { type OtherUser, otherUser } from './other-user.ts';
import { readyBinaries } from './ready-binaries.ts';
import { stopLeftBehind } from './stop-left-behind.ts';

const FOLDER = 'postgres-18';
const READY_WITHIN = 30_000;
const STEP = 20;
const ATTEMPTS = 3;

/** Small, local, and still durable. Errors are logged without the row that caused them. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '50',
  jit: 'off',
  fsync: 'on',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** A running embedded server: the process, the URL of its administrator, and the folder with its data. */
export interface EmbeddedPostgres {
  readonly running: RunningProcess;
  readonly url: string;
  readonly data: string;
}

/** What `beginPostgres` can be told otherwise, by tests. */
export interface PostgresOptions {
  /** Where the installed binaries are. */
  readonly native?: string;
  /** Where data go that cannot be reached in the data folder. */
  readonly elsewhere?: string;
}

/**
 * Starts the embedded PostgreSQL on the data folder, making it the first time, and waits until it answers.
 * It listens on a free port of 127.0.0.1 and nowhere else. Throws POSTGRES_ONTBREEKT, POSTGRES_MISLUKT,
 * MAP_NIET_SCHRIJFBAAR, START_TE_TRAAG, or the reason of `signal`.
 */
export async function beginPostgres(
  { map, logboeken }: DataMap,
  opzichter: Opzichter,
  signal: AbortSignal,
  { native = findPostgres(), elsewhere }: PostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const user = otherUser(join(map, FOLDER));
  const place = choosePlace(map, user, elsewhere);
  const binaries = readyBinaries(native, place, user);
  const cluster = await makeCluster(join(place, FOLDER), binaries, user, signal);
  await stopLeftBehind(cluster.data);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const running = await opzichter.begin(serverSpec(binaries.postgres, cluster, port, user, logboeken));
    const url = `postgresql://${BEHEERDER}:${cluster.password}@127.0.0.1:${port}/postgres`;
    try {
      await untilItAnswers(running, url, signal);
      opzichter.watch(running);
      return Object.freeze({ running, url, data: cluster.data });
    } catch (error) {
      await opzichter.stop(running);
      // The port may have gone to somebody else in between; only that deserves another try.
      if (attempt === ATTEMPTS || !/could not (bind|create any TCP)/.test(running.lastLines())) throw error;
    }
  }
}

function serverSpec(
  command: string,
  { data }: Cluster,
  port: number,
  user: OtherUser | undefined,
  logboeken: string,
): ProcessSpec {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    naam: 'postgres',
    command,
    args: ['-D', data, '-p', String(port), ...settings],
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    logboeken,
    ipc: false,
    ...user,
    stop: [
      { signal: 'SIGINT', within: 10_000 },
      { signal: 'SIGQUIT', within: 5_000 },
    ],
    hardStop: 'SIGQUIT',
  };
}

async function untilItAnswers(running: RunningProcess, url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  for (;;) {
    signal.throwIfAborted();
    if (running.hasEnded()) {
      throw new KetenFout('POSTGRES_MISLUKT', `postgres ended. Its last lines:\n\n${running.lastLines()}\n`);
    }
    if (await answers(url)) return;
    if (Date.now() >= deadline) throw new KetenFout('START_TE_TRAAG', `postgres: ${running.lastLines()}`);
    await wait(STEP);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
