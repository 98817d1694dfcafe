import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { leesMigraties, type Migratie } from './lees-migraties.ts';

/** Prisma's own table, so that its tools can read what was applied. */
const ADMINISTRATIE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** These would end the transaction that makes a migration whole. */
const TRANSACTIEBESTURING =
  /^(?:(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*)(?:begin|start|commit|end|rollback|abort|prepare\s+transaction)\b/i;

/**
 * Applies the migrations of a folder that were not applied before, each in one transaction together
 * with its row in `_prisma_migrations`. Returns the names of those applied.
 * Throws MIGRATIE_MISLUKT that names file and statement; of that migration nothing is left.
 */
export async function migreer(client: Client, map: URL, subgraph: string): Promise<readonly string[]> {
  const toegepast = await leesToegepast(client);
  const migraties = await leesMigraties(map);
  const nieuw: string[] = [];
  for (const migratie of migraties) {
    const bestand = `${subgraph}/prisma/migrations/${migratie.naam}/migration.sql`;
    const checksum = toegepast.get(migratie.naam);
    if (checksum === undefined) {
      await pasToe(client, migratie, bestand);
      nieuw.push(migratie.naam);
    } else if (checksum !== migratie.checksum) {
      throw new KetenFout('MIGRATIE_MISLUKT', `${bestand} was changed after it was applied`, { bestand });
    }
  }
  return nieuw;
}

async function leesToegepast(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows: bestaat } = await client.query<{ tabel: string | null }>(
    `select to_regclass('_prisma_migrations')::text as tabel`,
  );
  if ((bestaat[0]?.tabel ?? null) === null) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where rolled_back_at is null and finished_at is not null',
  );
  return new Map(rows.map(({ migration_name, checksum }) => [migration_name, checksum]));
}

async function pasToe(
  client: Client,
  { naam, checksum, statements }: Migratie,
  bestand: string,
): Promise<void> {
  let nummer = 0;
  await client.query('begin');
  try {
    await client.query(ADMINISTRATIE);
    for (const statement of statements) {
      nummer += 1;
      if (TRANSACTIEBESTURING.test(statement))
        throw new Error('a migration is one transaction: it may not begin or end one');
      await client.query(statement);
    }
    nummer += 1;
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, naam],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw mislukt(bestand, nummer, statements[nummer - 1], cause);
  }
}

function mislukt(bestand: string, nummer: number, statement: string | undefined, cause: unknown): KetenFout {
  const melding = cause instanceof Error ? cause.message : 'unknown error';
  const plaats = statement === undefined ? 'at its end' : `statement ${nummer} (${eersteRegel(statement)})`;
  const details = { bestand, ...(statement !== undefined && { statement: nummer }) };
  return new KetenFout('MIGRATIE_MISLUKT', `${bestand} ${plaats}: ${melding}`, details, { cause });
}

/** The first line of a statement that is not comment. */
function eersteRegel(statement: string): string {
  return (
    statement
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .map((regel) => regel.trim())
      .find((regel) => regel !== '' && !regel.startsWith('--')) ?? ''
  );
}
