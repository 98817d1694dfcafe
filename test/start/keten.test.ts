import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SUBGRAPHS } from '../../schema/codelijsten/subgraphs.ts';
import { basePort } from './fixtures/base-port.ts';
import { beginKleineKeten, processesOf } from './fixtures/begin-kleine-keten.ts';
import { tempFolder } from './fixtures/temp-folder.ts';
import { until } from './fixtures/until.ts';

const PARTS = ['uitgever', ...Object.keys(SUBGRAPHS), 'gateway'];

function logOf(map: string, naam: string): string {
  return readFileSync(join(map, 'logboeken', `${naam}.log`), 'utf8');
}

describe.skipIf(process.platform !== 'linux')('npm start', { timeout: 30_000 }, () => {
  test('gets ready, tells a second start that it runs, and after Ctrl-C stops all in order and leaves nothing', async () => {
    const [map, poort] = [join(tempFolder(), 'met een spatie'), await basePort()];
    const first = beginKleineKeten({ map, poort });
    await first.ready();

    const second = beginKleineKeten({ map, poort });
    expect(await second.exit()).toBe(0);
    expect(second.stdout()).toBe(
      `Ketengraaf draait al: http://127.0.0.1:${poort}/graphql (proces ${first.child.pid}).\n`,
    );

    first.child.kill('SIGINT');
    expect(await first.exit()).toBe(0);
    expect(first.stderr()).toBe('');
    expect(first.stdout()).toMatch(/\nKetengraaf is gestopt\.\n$/);
    expect(first.stdout()).toContain(`  Database   ${map}`);
    const stopped = PARTS.map((naam) => ({
      naam,
      at: BigInt(/gestopt (\d+)/.exec(logOf(map, naam))?.[1] ?? 0),
    }));
    const order = stopped.toSorted((a, b) => Number(a.at - b.at)).map(({ naam }) => naam);
    expect(order).toEqual(PARTS.toReversed());
    expect(logOf(map, 'postgres')).toContain('database system is shut down');
    expect(processesOf(map)).toEqual([]);
    expect(existsSync(join(map, 'lock'))).toBe(false);
  });

  test('tells a second start that the first is not ready yet', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const first = beginKleineKeten({ map, poort, env: { GEDRAG_VAN: 'gateway', GEDRAG: 'nooit-gereed' } });
    await until('there is a lock', () => existsSync(join(map, 'lock')));
    const second = beginKleineKeten({ map, poort });
    expect(await second.exit()).toBe(0);
    expect(second.stdout()).toContain('Ketengraaf wordt al gestart');
    first.child.kill('SIGINT');
    expect(await first.exit()).toBe(0);
  });

  test.each(['--help', '-h'])('tells with %s how it is used, and starts nothing', async (vlag) => {
    const map = join(tempFolder(), 'data');
    const start = beginKleineKeten({ map, poort: await basePort(), args: [vlag] });
    expect(await start.exit()).toBe(0);
    expect(start.stdout()).toMatch(/^Gebruik: npm start -- \[--poort N\] \[--werkers N\]\n/);
    expect(existsSync(map)).toBe(false);
  });

  test('starts again after kill -9, whatever was left running', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const first = beginKleineKeten({ map, poort, env: { GEDRAG_VAN: 'klanten', GEDRAG: 'blijft-achter' } });
    await first.ready();
    first.child.kill('SIGKILL');
    await first.exit();
    await until('the parts that listen have gone', () => processesOf(map).length < PARTS.length);
    expect(processesOf(map).length).toBeGreaterThan(0);

    const second = beginKleineKeten({ map, poort });
    await second.ready();
    second.child.kill('SIGINT');
    expect(await second.exit()).toBe(0);
    expect(processesOf(map)).toEqual([]);
  });

  test('refuses a port that is in use before anything is begun', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const other = createServer().listen(poort + 1, '127.0.0.1');
    onTestFinished(() => void other.close());
    const start = beginKleineKeten({ map, poort });
    expect(await start.exit()).toBe(1);
    expect(start.stderr()).toContain('POORT_BEZET');
    expect(start.stderr()).toContain(`${poort + 1} (klanten)`);
    expect(existsSync(join(map, 'postgres-18'))).toBe(false);
    expect(existsSync(join(map, 'lock'))).toBe(false);
  });
});
