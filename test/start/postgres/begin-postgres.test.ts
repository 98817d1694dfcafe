import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDataMap } from '../../../start/data-map.ts';
import {
  beginPostgres,
  type EmbeddedPostgres,
  type PostgresOptions,
} from '../../../start/postgres/begin-postgres.ts';
import { findPostgres } from '../../../start/postgres/find-postgres.ts';
import { Opzichter } from '../../../start/processes/opzichter.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

const isRoot = process.getuid?.() === 0;

interface Server extends EmbeddedPostgres {
  readonly stop: () => Promise<void>;
}

async function begin(map: string, options: PostgresOptions = {}): Promise<Server> {
  const plaatsen = openDataMap(map);
  const opzichter = new Opzichter(plaatsen.processen);
  const server = await beginPostgres(plaatsen, opzichter, new AbortController().signal, options);
  const stop = (): Promise<void> => opzichter.stop(server.running);
  onTestFinished(stop);
  return { ...server, stop };
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

/** A copy of the installed package, as npm leaves it when install scripts are blocked: without links. */
function packageWithoutLinks(folder: string): string {
  const original = findPostgres();
  cpSync(dirname(original), folder, { recursive: true });
  const links = JSON.parse(readFileSync(join(original, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) rmSync(join(folder, target), { force: true });
  return join(folder, 'native');
}

describe('the embedded PostgreSQL', { timeout: 30_000 }, () => {
  test('starts in a folder with spaces, durable, on loopback only, and keeps its data', async () => {
    const map = join(tempFolder(), 'een map met spaties');
    const first = await begin(map);
    const settings = await ask<{ name: string; setting: string }>(
      first.url,
      `select name, setting from pg_settings where name in
         ('listen_addresses', 'unix_socket_directories', 'fsync', 'full_page_writes', 'jit', 'server_encoding')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'on',
      full_page_writes: 'on',
      jit: 'off',
      server_encoding: 'UTF8',
    });
    await ask(first.url, `create table bewaard as select 'é' as letter`);
    await first.stop();
    const second = await begin(map);
    expect(await ask(second.url, 'select letter from bewaard')).toEqual([{ letter: 'é' }]);
  });

  test('lets nobody in without the password, which only its user can read', async () => {
    const map = tempFolder();
    const { url } = await begin(map);
    const wrong = new URL(url);
    wrong.password = 'fout';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(map, 'postgres-18', 'wachtwoord')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(map, 'logboeken', 'postgres.log'), 'utf8')).not.toContain(new URL(url).password);
  });

  test('does not write rows to its log', async () => {
    const map = tempFolder();
    const { url } = await begin(map);
    await ask(url, 'create table uniek (waarde text primary key)');
    await ask(url, `insert into uniek values ('123456782')`);
    await expect(ask(url, `insert into uniek values ('123456782')`)).rejects.toMatchObject({ code: '23505' });
    expect(readFileSync(join(map, 'logboeken', 'postgres.log'), 'utf8')).not.toContain('123456782');
  });

  test('clears away what an initdb that was killed left, and stops a server that was left running', async () => {
    const map = tempFolder();
    mkdirSync(join(map, 'postgres-18.half.nieuw', 'data'), { recursive: true });
    const first = await begin(map);
    expect(readdirSync(map)).not.toContain('postgres-18.half.nieuw');
    // As a new process would find it: the lock is free, the server is not.
    const second = await begin(map);
    expect(first.running.hasEnded()).toBe(true);
    expect(await ask(second.url, 'select 1 as een')).toEqual([{ een: 1 }]);
  });

  test('leaves a process alone that got the pid of a server that is gone', async () => {
    const map = tempFolder();
    const first = await begin(map);
    await first.stop();
    const other = spawn('sleep', ['60'], { stdio: 'ignore' });
    await once(other, 'spawn');
    onTestFinished(() => void other.kill('SIGKILL'));
    const pidfile = join(map, 'postgres-18', 'data', 'postmaster.pid');
    writeFileSync(pidfile, `${other.pid}\n${dirname(pidfile)}\n1\n5432\n\n127.0.0.1\n`);
    const second = await begin(map);
    expect(await ask(second.url, 'select 1 as een')).toEqual([{ een: 1 }]);
    expect(other.exitCode ?? other.signalCode).toBeNull();
  });

  test('makes the links that a blocked install script did not', async () => {
    const folder = tempFolder();
    const native = packageWithoutLinks(join(folder, 'pakket'));
    await begin(join(folder, 'map'), { native });
    expect(existsSync(join(native, 'lib', 'libpq.so.5'))).toBe(process.platform === 'linux');
  });

  test('asks for DATABASE_URL when the binaries do not run here', async () => {
    const folder = tempFolder();
    const native = join(folder, 'pakket', 'native');
    mkdirSync(join(native, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'pakket', 'package.json'), '{"version":"18.0.0"}');
    writeFileSync(join(native, 'bin', 'postgres'), '#!/bin/sh\necho wrong kind of system >&2; exit 1\n', {
      mode: 0o755,
    });
    await expect(begin(join(folder, 'map'), { native })).rejects.toMatchObject({
      code: 'POSTGRES_MISLUKT',
      reden: expect.stringContaining('wrong kind of system') as string,
    });
  });
});

describe.skipIf(!isRoot)('the embedded PostgreSQL, started by root', { timeout: 30_000 }, () => {
  test('runs as another user', async () => {
    const { running } = await begin(tempFolder());
    expect(statSync(`/proc/${running.pid}`).uid).not.toBe(0);
  });

  test('goes elsewhere with data and binaries when its user cannot reach the checkout', async () => {
    const [closed, elsewhere] = [tempFolder(), tempFolder()];
    const native = packageWithoutLinks(join(closed, 'pakket'));
    chmodSync(closed, 0o700);
    const map = join(closed, 'map');
    const first = await begin(map, { native, elsewhere });
    expect(existsSync(join(map, 'postgres-18'))).toBe(false);
    const [place = ''] = readdirSync(elsewhere);
    expect(readdirSync(join(elsewhere, place)).toSorted()).toEqual([
      'gegevensmap',
      'postgres-18',
      expect.stringMatching(/^postgres-18\.\d/),
    ]);
    await ask(first.url, 'create table bewaard ()');
    await first.stop();
    const second = await begin(map, { native, elsewhere });
    expect(await ask(second.url, 'select from bewaard')).toEqual([]);
  });

  test('as an ordinary user, uses a copy where the links are missing and cannot be made', () => {
    const folder = tempFolder();
    const native = packageWithoutLinks(join(folder, 'pakket'));
    chmodSync(folder, 0o755);
    const place = join(folder, 'eigen');
    mkdirSync(place);
    chmodSync(place, 0o777);
    const script = `
      import { readyBinaries } from ${JSON.stringify(new URL('../../../start/postgres/ready-binaries.ts', import.meta.url).href)};
      process.stdout.write(readyBinaries(${JSON.stringify(native)}, ${JSON.stringify(place)}, undefined).postgres);`;
    const postgres = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      encoding: 'utf8',
      uid: 65_534,
      gid: 65_534,
      cwd: '/',
    });
    expect(postgres.startsWith(place)).toBe(true);
    expect(execFileSync(postgres, ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL) 18');
  });
});
