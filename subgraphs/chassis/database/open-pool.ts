import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';

/** Connections of one subgraph process. */
const VERBINDINGEN = 10;

/** A pool of the serving role, and the adapter through which Prisma uses it. */
export interface OpenPool {
  readonly pool: Pool;
  readonly adapter: PrismaPg;
}

/** Opens the pool: names are looked up in the PostgreSQL schema of the subgraph only. */
export function openPool(url: string, schema: string, opFout: (fout: Error) => void): OpenPool {
  const pool = new Pool({
    connectionString: url,
    max: VERBINDINGEN,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    options: `-c search_path=${schema}`,
    application_name: `ketengraaf-${schema}`,
  });
  return { pool, adapter: new PrismaPg(pool, { schema, onPoolError: opFout, onConnectionError: opFout }) };
}
