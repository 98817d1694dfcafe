import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CallWindow } from '../../../gateway/transport/call-window.ts';

const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('calls'), count: fc.integer({ min: 1, max: 40 }) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('retries'), count: fc.integer({ min: 1, max: 8 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('wait'), count: fc.integer({ min: 1, max: 12_000 }) }),
    },
  ),
  { maxLength: 200 },
);

it('lets at most a tenth of the calls of ten seconds be made again, and three of a quiet subgraph', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const window = new CallWindow();
      let now = 1_000_000;
      let [begin, calls, retries] = [Number.NEGATIVE_INFINITY, 0, 0];
      for (const { kind, count } of all) {
        if (kind === 'wait') {
          now += count;
          continue;
        }
        if (now >= begin + 10_000) [begin, calls, retries] = [now, 0, 0];
        for (let each = 0; each < count; each += 1) {
          if (kind === 'calls') {
            window.began(now);
            calls += 1;
          } else if (window.takeRetry(now)) {
            retries += 1;
            expect(retries).toBeLessThanOrEqual(Math.max(3, calls / 10));
          } else {
            expect(retries + 1).toBeGreaterThan(Math.max(3, Math.floor(calls / 10)));
          }
        }
      }
    }),
  );
});

it('is failing when enough calls ended and more than the share of them failed', () => {
  const window = new CallWindow();
  const isFailing = (): boolean => window.isFailing({ minimum: 4, share: 0.5 });
  for (let call = 0; call < 3; call += 1) window.failed(0);
  expect(isFailing()).toBe(false);
  window.succeeded(0);
  expect(isFailing()).toBe(true);
  window.succeeded(0);
  window.succeeded(0);
  expect(isFailing()).toBe(false);
});

it('knows nothing of the ten seconds before', () => {
  const window = new CallWindow();
  for (let call = 0; call < 100; call += 1) window.failed(0);
  window.failed(10_000);
  expect(window.isFailing({ minimum: 1, share: 0.99 })).toBe(true);
  expect(window.isFailing({ minimum: 2, share: 0.5 })).toBe(false);
});
