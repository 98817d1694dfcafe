import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { readInstellingen } from '../../start/instellingen.ts';

function faultsOf(argumenten: readonly string[], omgeving: NodeJS.ProcessEnv = {}): string {
  try {
    readInstellingen(argumenten, omgeving, '/checkout');
  } catch (error) {
    if (error instanceof KetenFout && error.code === 'INSTELLINGEN_ONGELDIG') return error.reden;
    throw error;
  }
  return '';
}

test('without settings everything has a default', () => {
  expect(readInstellingen([], {}, '/checkout')).toEqual({
    checkout: '/checkout',
    map: '/checkout/.ketengraaf',
    poort: 4000,
    werkers: 1,
    databaseUrl: undefined,
  });
});

test('the flag goes before the environment', () => {
  const omgeving = { KETENGRAAF_POORT: '5000', KETENGRAAF_MAP: '/elders' };
  expect(readInstellingen([], omgeving, '/checkout')).toMatchObject({ poort: 5000, map: '/elders' });
  expect(readInstellingen(['--poort', '6000'], omgeving, '/checkout').poort).toBe(6000);
  expect(readInstellingen(['--poort=6001'], omgeving, '/checkout').poort).toBe(6001);
});

test('every fault is named', () => {
  const faults = faultsOf(['--wekker', '--snel=ja', 'los', '--werkers'], {
    KETENGRAAF_POORT: 'abc',
    DATABASE_URL: 'mysql://x',
  });
  expect(faults.split('\n')).toEqual([
    '--wekker: unknown flag; only --poort N and --werkers N exist',
    '--snel: unknown flag; only --poort N and --werkers N exist',
    'argument 3: not expected; only --poort N and --werkers N exist',
    'KETENGRAAF_POORT: must be a whole number from 1 to 65525',
    '--werkers: must be a whole number from 1 to 64',
    'DATABASE_URL: must have the form postgresql://user:password@host:port/database',
  ]);
});

test.each([['--poort'], ['--poort='], ['--poort=0'], ['--poort=65526'], ['--poort=4000x']])(
  '%s is refused',
  (vlag) => expect(faultsOf([vlag])).toContain('--poort: must be'),
);

test('the number of workers is read, with or without an equals sign', () => {
  expect(readInstellingen(['--werkers', '2'], {}, '/checkout').werkers).toBe(2);
  expect(readInstellingen(['--poort=6000', '--werkers=64'], {}, '/checkout')).toMatchObject({
    poort: 6000,
    werkers: 64,
  });
});

test.each([
  ['--werkers'],
  ['--werkers='],
  ['--werkers=0'],
  ['--werkers=65'],
  ['--werkers=2x'],
  ['--werkers=1e1'],
])('%s is refused', (vlag) => expect(faultsOf([vlag])).toContain('--werkers: must be'));

test('no fault repeats a number that somebody typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (bsn) => {
      const faults = faultsOf(
        [`--klant=${bsn}`, String(bsn), '--poort', String(bsn), '--werkers', String(bsn)],
        {
          KETENGRAAF_POORT: String(bsn),
          DATABASE_URL: String(bsn),
        },
      );
      expect(faults).not.toBe('');
      expect(faults).not.toContain(String(bsn));
    }),
  );
});
