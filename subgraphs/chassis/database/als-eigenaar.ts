import { Client } from 'pg';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

/** Key of the advisory lock; the second key is the name of the subgraph. */
const SLOT = 1_262_834_254;

/**
 * Runs `werk` on a connection of the owner, alone: another process that migrates or loads the same
 * subgraph waits. Throws DATABASE_NIET_BEREIKBAAR when there is no connection.
 */
export async function alsEigenaar<R>(
  url: string,
  schema: string,
  werk: (client: Client) => Promise<R>,
): Promise<R> {
  const client = new Client({
    connectionString: url,
    options: `-c search_path=${schema}`,
    connectionTimeoutMillis: 10_000,
  });
  try {
    await client.connect();
  } catch (cause) {
    throw new KetenFout('DATABASE_NIET_BEREIKBAAR', undefined, { schema }, { cause });
  }
  try {
    await client.query('select pg_advisory_lock($1, hashtext($2))', [SLOT, schema]);
    return await werk(client);
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}
