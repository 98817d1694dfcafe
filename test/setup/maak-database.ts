import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { metDatabase, type Sjabloon } from './postgres.ts';

/** A database of one test file. */
export interface Testdatabase {
  /** URL of the administrator, who may do everything. */
  readonly beheerder: string;
  readonly eigenaar: (subgraph: string) => string;
  readonly lezer: (subgraph: string) => string;
  /** Runs SQL as the administrator, with the schema of a subgraph in view. */
  readonly sql: (
    schema: string,
    sql: string,
    waarden?: readonly unknown[],
  ) => Promise<readonly Record<string, unknown>[]>;
  /** Drops it once nobody is connected; whoever still is after some seconds is cut off. */
  readonly weg: () => Promise<void>;
}

/** Copies a template into a database of its own. */
export async function maakDatabase(sjabloon: Sjabloon): Promise<Testdatabase> {
  const naam = `test_${randomBytes(6).toString('hex')}`;
  const [server, rollen] = [inject('beheerder'), inject('rollen')];
  await voerUit(server, '', `create database ${naam} template ${sjabloon}`);
  const beheerder = metDatabase(server, naam);
  return {
    beheerder,
    eigenaar: (subgraph) => metDatabase(rollen[subgraph]?.eigenaar ?? '', naam),
    lezer: (subgraph) => metDatabase(rollen[subgraph]?.lezer ?? '', naam),
    sql: (schema, sql, waarden) => voerUit(beheerder, schema, sql, waarden),
    weg: async () => {
      // A pool says that it has ended while its connections are still closing, and one that is cut off then is an
      // error that nobody catches. PostgreSQL waits five seconds for them by itself.
      await voerUit(server, '', `drop database ${naam}`).catch(() =>
        voerUit(server, '', `drop database if exists ${naam} with (force)`),
      );
    },
  };
}

async function voerUit(
  url: string,
  schema: string,
  sql: string,
  waarden: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...waarden]);
    return rows;
  } finally {
    await client.end();
  }
}
