import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { basePort } from './fixtures/base-port.ts';
import { beginKleineKeten, processesOf } from './fixtures/begin-kleine-keten.ts';
import { tempFolder } from './fixtures/temp-folder.ts';
import { until } from './fixtures/until.ts';

describe.skipIf(process.platform !== 'linux')('a start that ends early', { timeout: 30_000 }, () => {
  test('says which part ended by itself, shows its last lines and stops the rest', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const start = beginKleineKeten({ map, poort });
    await start.ready();
    await fetch(`http://127.0.0.1:${poort + 2}/sterf`).catch(() => undefined);
    expect(await start.exit()).toBe(1);
    expect(start.stderr()).toContain('PROCES_GESTOPT');
    expect(start.stderr()).toContain('financien ended with code 7');
    expect(processesOf(map)).toEqual([]);
    expect(existsSync(join(map, 'lock'))).toBe(false);
  });

  test('shows what a part said that could not start', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const start = beginKleineKeten({ map, poort, env: { GEDRAG_VAN: 'klanten', GEDRAG: 'sterft-meteen' } });
    expect(await start.exit()).toBe(1);
    expect(start.stderr()).toContain('klanten ended with code 3');
    expect(start.stderr()).toContain('hier ging het mis');
    expect(processesOf(map)).toEqual([]);
  });

  test.each(['lock', 'postgres-18.', 'processen.json', 'logboeken/klanten.log'])(
    'stops cleanly when asked to while starting (once there is %s)',
    async (mark) => {
      const [map, poort] = [tempFolder(), await basePort()];
      const start = beginKleineKeten({ map, poort, env: { GEDRAG_VAN: 'gateway', GEDRAG: 'nooit-gereed' } });
      await until(`there is ${mark}`, () => existsIn(map, mark));
      start.child.kill('SIGTERM');
      expect(await start.exit()).toBe(0);
      expect(start.stderr()).toBe('');
      expect(processesOf(map)).toEqual([]);
      expect(existsIn(map, 'lock')).toBe(false);
      expect(existsIn(map, 'postgres-18.')).toBe(false);
    },
  );

  test('stops when the shell that npm runs it in has gone', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const start = beginKleineKeten({ map, poort, env: { npm_lifecycle_event: 'start' }, shell: true });
    await start.ready();
    start.child.kill('SIGTERM');
    await until('nothing of it runs', () => processesOf(map).length === 0);
    expect(existsSync(join(map, 'lock'))).toBe(false);
  });

  test('a second Ctrl-C does not wait for a part that will not stop', async () => {
    const [map, poort] = [tempFolder(), await basePort()];
    const start = beginKleineKeten({ map, poort, env: { GEDRAG_VAN: 'gateway', GEDRAG: 'luistert-niet' } });
    await start.ready();
    const asked = Date.now();
    start.child.kill('SIGINT');
    await until('it is no longer the same keypress', () => Date.now() - asked > 1_100);
    start.child.kill('SIGINT');
    expect(await start.exit()).toBe(1);
    await until('nothing of it runs', () => processesOf(map).length === 0);
    expect(existsSync(join(map, 'lock'))).toBe(false);
  });
});

/** Whether there is such a file; a name that ends in a dot stands for any that begins with it. */
function existsIn(map: string, name: string): boolean {
  if (!name.endsWith('.')) return existsSync(join(map, name));
  return existsSync(map) && readdirSync(map).some((entry) => entry.startsWith(name));
}
