import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { processMark } from '../../../start/lock/process-mark.ts';
import { readHolder, takeLock } from '../../../start/lock/take-lock.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

const TAKE = fileURLToPath(new URL('../fixtures/take-lock.ts', import.meta.url));
const URLS = { endpoint: 'http://127.0.0.1:1/graphql', uitgever: 'http://127.0.0.1:2' };

/** A lock whose process is not there (or has another mark). */
function stale(pid = process.pid, mark = 'long ago'): string {
  return JSON.stringify({ id: 'stale', pid, mark, ...URLS });
}

/** Starts processes that take the lock at the same moment; what each says. They hold it until the test is over. */
async function race(folder: string, contenders: number): Promise<string[]> {
  const moment = String(Date.now() + 700);
  return Promise.all(
    Array.from({ length: contenders }, async () => {
      const child = spawn(process.execPath, [TAKE, folder, moment], { stdio: ['pipe', 'pipe', 'inherit'] });
      onTestFinished(() => void child.kill('SIGKILL'));
      const [said] = (await once(child.stdout, 'data')) as [Buffer];
      return said.toString().trim();
    }),
  );
}

test('the first takes it, the second learns who holds it, and after release it is free', () => {
  const folder = tempFolder();
  const first = takeLock(folder, URLS);
  expect(first.soort).toBe('genomen');
  expect(takeLock(folder, URLS)).toMatchObject({ soort: 'bezet', houder: { pid: process.pid, ...URLS } });
  if (first.soort === 'genomen') first.lock.release();
  expect(readdirSync(folder)).toEqual([]);
  expect(takeLock(folder, URLS).soort).toBe('genomen');
});

test('a holder that was succeeded does not release the lock of its successor', () => {
  const folder = tempFolder();
  const first = takeLock(folder, URLS);
  writeFileSync(join(folder, 'lock'), stale());
  expect(takeLock(folder, URLS).soort).toBe('genomen');
  if (first.soort === 'genomen') first.lock.release();
  expect(readHolder(folder)?.pid).toBe(process.pid);
});

test.each([
  ['whose process has gone', stale(2 ** 22 + 1)],
  ['whose pid went to another process', stale(process.pid)],
  ['of which nothing was written', ''],
  ['that is not a lock', '{"pid":'],
])('a lock %s is replaced', (_, content) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'lock'), content);
  expect(readHolder(folder)).toBeUndefined();
  expect(takeLock(folder, URLS).soort).toBe('genomen');
  expect(readdirSync(folder)).toEqual(['lock']);
  expect(readHolder(folder)?.mark).toBe(processMark(process.pid));
});

test('a successor that died before it was in place is succeeded in turn', () => {
  const folder = tempFolder();
  const [dead, successor] = [stale(), stale(2 ** 22 + 2)];
  const name = `lock.na-${createHash('sha256').update(dead).digest('hex').slice(0, 32)}`;
  writeFileSync(join(folder, 'lock'), dead);
  writeFileSync(join(folder, name), successor);
  expect(takeLock(folder, URLS).soort).toBe('genomen');
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('a process that ended but was not collected holds nothing', { timeout: 10_000 }, async () => {
  const folder = tempFolder();
  // The shell has become a sleep by the time its child ends, and a sleep never collects a child.
  const shell = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void shell.kill('SIGKILL'));
  const [said] = (await once(shell.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  await expect.poll(() => processMark(pid)).toBeUndefined();
  if (process.platform === 'linux') expect(existsSync(`/proc/${pid}/stat`)).toBe(true);
  writeFileSync(join(folder, 'lock'), stale(pid));
  expect(takeLock(folder, URLS).soort).toBe('genomen');
});

test.each([
  ['a free lock', undefined],
  ['a stale lock', stale()],
])('of many that race for %s exactly one wins', { timeout: 20_000 }, async (_, content) => {
  const folder = tempFolder();
  if (content !== undefined) writeFileSync(join(folder, 'lock'), content);
  const said = await race(folder, 6);
  expect(said.toSorted()).toEqual(['bezet', 'bezet', 'bezet', 'bezet', 'bezet', 'genomen']);
  expect(readdirSync(folder)).toEqual(['lock']);
  expect(readFileSync(join(folder, 'lock'), 'utf8')).not.toContain('stale');
});
