import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { splitsStatements } from './splits-statements.ts';

/** One migration of `prisma/migrations/`. */
export interface Migratie {
  /** The name of its folder: a time and what it does. */
  readonly naam: string;
  /** SHA-256 of the file in hexadecimals, as Prisma keeps it. */
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** Reads the migrations of a folder, oldest first. */
export async function leesMigraties(map: URL): Promise<readonly Migratie[]> {
  const namen = (await readdir(map, { withFileTypes: true }))
    .filter((item) => item.isDirectory())
    .map(({ name }) => name);
  return Promise.all(
    namen.toSorted().map(async (naam) => {
      const tekst = await readFile(new URL(`${naam}/migration.sql`, map), 'utf8');
      return {
        naam,
        checksum: createHash('sha256').update(tekst).digest('hex'),
        statements: splitsStatements(tekst),
      };
    }),
  );
}
