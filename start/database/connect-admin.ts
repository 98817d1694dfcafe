import { Client } from 'pg';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

const OLDEST = 150_000;
const CONNECT_WITHIN = 5_000;

/**
 * A connection for the administrator. Throws DATABASE_NIET_BEREIKBAAR (host, port and the reason, never a
 * password) or DATABASE_ONGESCHIKT when the server is older than PostgreSQL 15.
 */
export async function connectAdmin(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN });
  // A connection that breaks later fails the query that uses it; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new KetenFout('DATABASE_NIET_BEREIKBAAR', `${placeOf(url)}: ${reasonOf(error)}`);
  }
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST) return client;
  await client.end();
  throw new KetenFout(
    'DATABASE_ONGESCHIKT',
    `${placeOf(url)}: PostgreSQL ${Math.floor(version / 10_000)}; 15 is the oldest.`,
  );
}

/** Host and port of a database URL. */
export function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}`;
}

/** A code where there is one: the message of the server may repeat the user name, and a driver's the URL. */
function reasonOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? 'no answer in time';
}
