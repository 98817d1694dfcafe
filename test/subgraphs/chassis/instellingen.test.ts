import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { leesInstellingen } from '../../../subgraphs/chassis/settings/instellingen.ts';
import { schrijfRing } from '../../setup/cursorring.ts';
import { schrijfPseudoniemring } from '../../setup/pseudoniem.ts';

const map = mkdtempSync(join(tmpdir(), 'ketengraaf-instellingen-'));
afterAll(() => rmSync(map, { recursive: true }));

const ENV = {
  POORT: '0',
  DATABASE_URL: 'postgresql://lezer@127.0.0.1/keten',
  KETENTOKEN_JWKS: 'http://127.0.0.1/jwks',
  CURSOR_SLEUTELS: schrijfRing(join(map, 'cursor.jwks'), [randomBytes(32), 0]),
  PSEUDONIEM_SLEUTELS: schrijfPseudoniemring(map, randomBytes(64)),
};

test('several processes of one subgraph need a Redis to share: without it none starts', () => {
  expect(() => leesInstellingen({ ...ENV, PROCESSEN: '2' })).toThrow(
    expect.objectContaining({ code: 'INSTELLINGEN_ONGELDIG', reden: expect.stringMatching(/^REDIS_URL/) }),
  );
  const redis = { REDIS_URL: 'redis://127.0.0.1:6379' };
  expect(leesInstellingen({ ...ENV, PROCESSEN: '2', ...redis }).redisUrl).toBe(redis.REDIS_URL);
});

test('one process needs none, and uses none', () => {
  expect(leesInstellingen(ENV).redisUrl).toBeUndefined();
  expect(leesInstellingen({ ...ENV, REDIS_URL: 'redis://127.0.0.1:6379' }).redisUrl).toBeUndefined();
});

test.each([
  ['a key of another length', [randomBytes(31), 0]],
  ['no key', undefined],
] as const)('a file of keys with %s is refused by its name, without its content', (_naam, sleutel) => {
  const bestand = schrijfRing(join(map, 'fout.jwks'), ...(sleutel === undefined ? [] : [sleutel]));
  expect(() => leesInstellingen({ ...ENV, CURSOR_SLEUTELS: bestand })).toThrow(
    expect.objectContaining({ code: 'INSTELLINGEN_ONGELDIG', reden: expect.stringContaining(bestand) }),
  );
});
