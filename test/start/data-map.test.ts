import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { openDataMap } from '../../start/data-map.ts';
import { ensureSleutels } from '../../start/sleutels/ensure-sleutels.ts';
import { leesCursorring } from '../../subgraphs/chassis/paging/cursor-sleutels.ts';
import { basePort } from './fixtures/base-port.ts';
import { beginKleineKeten } from './fixtures/begin-kleine-keten.ts';
import { tempFolder } from './fixtures/temp-folder.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

test('keys are made once, are readable by the owner only, and replaced when they are not whole', async () => {
  const plaatsen = openDataMap(join(tempFolder(), 'map'));
  await ensureSleutels(plaatsen);
  const { cursorSleutels, ketentokenSleutel, uitgeverSleutel, pseudoniemSleutels } = plaatsen;
  const paths = [cursorSleutels, ketentokenSleutel, uitgeverSleutel, pseudoniemSleutels];
  const first = paths.map((path) => readFileSync(path, 'utf8'));
  for (const path of paths) expect(statSync(path).mode & 0o777).toBe(0o600);
  await ensureSleutels(plaatsen);
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(first);
  writeFileSync(cursorSleutels, first[0]?.slice(0, 10) ?? '');
  await ensureSleutels(plaatsen);
  expect(leesCursorring(cursorSleutels).alle).toHaveLength(1);
});

test('a file where the folder should be is MAP_NIET_SCHRIJFBAAR', () => {
  const path = join(tempFolder(), 'bestand');
  writeFileSync(path, '');
  expect(() => openDataMap(path)).toThrow(KetenFout);
});

test.skipIf(!isRoot)('a folder that may not be written is refused, named, and nothing is begun', async () => {
  const map = join(tempFolder(), 'dicht');
  mkdirSync(map);
  chownSync(map, NOBODY, NOBODY);
  chmodSync(map, 0o555);
  const start = beginKleineKeten({ map, poort: await basePort(), uid: NOBODY, gid: NOBODY });
  expect(await start.exit()).toBe(1);
  expect(start.stderr()).toContain('MAP_NIET_SCHRIJFBAAR');
  expect(start.stderr()).toContain(`${map} (EACCES)`);
});

/** A small file system of its own; undefined where this system does not let us mount one. */
function mountSmall(size: string, ...options: string[]): string | undefined {
  const folder = join(tempFolder(), 'schijf');
  mkdirSync(folder);
  try {
    execFileSync(
      'mount',
      ['-t', 'tmpfs', '-o', [`size=${size}`, 'mode=755', ...options].join(), 'tmpfs', folder],
      {
        stdio: 'ignore',
      },
    );
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

test.skipIf(!isRoot).each([
  ['a read-only disk', '1m', 'ro', 'EROFS'],
  ['a disk that fills up while the database is made', '8m', 'rw', 'No space left on device'],
])('%s is MAP_NIET_SCHRIJFBAAR', { timeout: 20_000 }, async (_, size, option, reason) => {
  const folder = mountSmall(size, option);
  // Without the right to mount there is no such disk to try.
  if (folder === undefined) return;
  const map = join(folder, 'map');
  const start = beginKleineKeten({ map, poort: await basePort() });
  expect(await start.exit()).toBe(1);
  expect(start.stderr()).toContain('MAP_NIET_SCHRIJFBAAR');
  expect(start.stderr()).toContain(folder);
  expect(start.stderr()).toContain(reason);
});
