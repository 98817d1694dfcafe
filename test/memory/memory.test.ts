import { expect, it } from 'vitest';
import { differentQuestions, sameQuestions } from './different-questions.ts';
import { MAX_PLAN_BYTES, measureWorld } from './measure-world.ts';

/** What code and lists of the engine itself still grow after it has answered some hundreds of questions. */
const SLACK_BYTES = 1.5 * 1024 * 1024;

// Twenty thousand, and a million, are in memory.lang.ts.
it('different questions take no more than the bound on known documents, however many come', async () => {
  const gateway = await measureWorld();
  await gateway.askAll(sameQuestions(50));
  const before = await gateway.memory();
  await gateway.askAll(differentQuestions(0, 500));
  const full = await gateway.memory();
  await gateway.askAll(differentQuestions(500, 2_000));
  const after = await gateway.memory();
  expect(after.heapUsed - before.heapUsed).toBeLessThan(MAX_PLAN_BYTES + SLACK_BYTES);
  expect(after.heapUsed - full.heapUsed).toBeLessThan(MAX_PLAN_BYTES / 2);
}, 120_000);
