import { expect, it } from 'vitest';
import { randomHex } from '../../../gateway/observability/random-hex.ts';

it('never gives the same digits twice, also across what is drawn at once', () => {
  const drawn = Array.from({ length: 3_000 }, () => randomHex(16));
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(drawn.every((hex) => /^[0-9a-f]{32}$/.test(hex))).toBe(true);
});
