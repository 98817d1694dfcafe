import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDataMap } from '../../start/data-map.ts';
import { beginPostgres } from '../../start/postgres/begin-postgres.ts';
import { SUBGRAPHS } from '../../schema/codelijsten/subgraphs.ts';
import { Opzichter } from '../../start/processes/opzichter.ts';
import { basePort } from './fixtures/base-port.ts';
import { beginKleineKeten, processesOf } from './fixtures/begin-kleine-keten.ts';
import { tempFolder } from './fixtures/temp-folder.ts';

describe.skipIf(process.platform !== 'linux')('npm start with DATABASE_URL', { timeout: 30_000 }, () => {
  test('uses that server, and starts none', async () => {
    const plaatsen = openDataMap(tempFolder());
    const opzichter = new Opzichter(plaatsen.processen);
    const { running, url } = await beginPostgres(plaatsen, opzichter, new AbortController().signal);
    onTestFinished(() => opzichter.stop(running));
    const [map, poort] = [tempFolder(), await basePort()];
    const start = beginKleineKeten({ map, poort, env: { DATABASE_URL: url } });
    await start.ready();
    expect(existsSync(join(map, 'postgres-18'))).toBe(false);
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      'select nspname as naam from pg_namespace where nspname = any ($1) order by nspname',
      [Object.keys(SUBGRAPHS)],
    );
    await client.end();
    expect(rows.map(({ naam }) => naam)).toEqual(Object.keys(SUBGRAPHS).toSorted());
    start.child.kill('SIGINT');
    expect(await start.exit()).toBe(0);
    expect(running.hasEnded()).toBe(false);
  });

  test('says which host and port do not answer, never the password, and leaves nothing', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const env = { DATABASE_URL: 'postgresql://beheer:geheim-woord@127.0.0.1:1/x' };
    const start = beginKleineKeten({ map, poort, env });
    expect(await start.exit()).toBe(1);
    expect(start.stderr()).toContain('DATABASE_NIET_BEREIKBAAR');
    expect(start.stderr()).toContain('127.0.0.1:1: ECONNREFUSED');
    expect(start.stderr() + start.stdout()).not.toContain('geheim-woord');
    expect(processesOf(map)).toEqual([]);
    expect(existsSync(join(map, 'lock'))).toBe(false);
  });
});
