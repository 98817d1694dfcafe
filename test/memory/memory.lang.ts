import { expect, it } from 'vitest';
import type { Memory } from './begin-measured-gateway.ts';
import { differentQuestions, sameQuestions } from './different-questions.ts';
import { MAX_PLAN_BYTES, measureWorld } from './measure-world.ts';

const MIB = 1024 * 1024;

/** How many different questions are asked, and for how many seconds the steady load lasts. */
const QUESTIONS = Number(process.env['LANG_VRAGEN'] ?? 1_000_000);
const SECONDS = Number(process.env['LANG_SECONDEN'] ?? 300);

/** What code and lists of the engine itself still grow after it has answered some thousands of questions. */
const SLACK_BYTES = 1.5 * MIB;

/** What the process may grow beside its heap: pages that the allocator keeps. */
const PROCESS_SLACK_BYTES = 128 * MIB;

it('twenty thousand different questions take no more than the bound on known documents', async () => {
  const gateway = await measureWorld();
  await gateway.askAll(sameQuestions(100));
  const before = await gateway.memory();
  const count = Math.min(20_000, QUESTIONS);
  await gateway.askAll(differentQuestions(0, count));
  const after = await gateway.memory();
  tell(`${count} different questions`, [before, after]);
  expect(after.heapUsed - before.heapUsed).toBeLessThan(MAX_PLAN_BYTES + SLACK_BYTES);
});

it('a million different questions leave memory flat', async () => {
  const gateway = await measureWorld();
  const seen: Memory[] = [];
  const part = Math.ceil(QUESTIONS / 10);
  for (let from = 0; from < QUESTIONS; from += part) {
    await gateway.askAll(differentQuestions(from, Math.min(from + part, QUESTIONS)));
    seen.push(await gateway.memory());
  }
  tell(`${QUESTIONS} different questions`, seen);
  expectFlat(seen);
});

it('minutes of steady load leave memory flat', async () => {
  const gateway = await measureWorld();
  const seen: Memory[] = [];
  for (let part = 0; part < 10; part += 1) {
    const until = Date.now() + SECONDS * 100;
    while (Date.now() < until) await gateway.askAll(sameQuestions(20));
    seen.push(await gateway.memory());
  }
  tell(`${SECONDS} s of steady load`, seen);
  expectFlat(seen);
});

/** From the third measurement, when everything has been compiled, to the last. */
function expectFlat(seen: readonly Memory[]): void {
  const [, , settled] = seen;
  const last = seen.at(-1);
  if (settled === undefined || last === undefined) throw new Error('Too few measurements.');
  expect(last.heapUsed - settled.heapUsed).toBeLessThan(SLACK_BYTES);
  expect(last.rss - settled.rss).toBeLessThan(PROCESS_SLACK_BYTES);
}

function tell(what: string, seen: readonly Memory[]): void {
  const heap = seen.map(({ heapUsed }) => (heapUsed / MIB).toFixed(1)).join(' ');
  const rss = seen.map(({ rss: bytes }) => (bytes / MIB).toFixed(0)).join(' ');
  process.stdout.write(`${what}: heap ${heap} MiB; process ${rss} MiB\n`);
}
