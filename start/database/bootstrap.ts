import { type Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { connectAdmin, placeOf } from './connect-admin.ts';
import { rolePasswords } from './role-passwords.ts';
import { scramVerifier } from './scram-verifier.ts';

/** Any number, as long as every start takes the same. */
const ADVISORY_LOCK = 7_301_990;
const INSUFFICIENT_PRIVILEGE = '42501';

/** The two ways into the database of one subgraph. */
export interface SubgraphUrls {
  /** Owns the schema: migrates and loads. */
  readonly eigenaar: string;
  /** Serves: may use the schema, and gets from the migrations what it may read. */
  readonly lezer: string;
}

/** Whom we work as, and where. */
interface Admin {
  /** The database, quoted. */
  readonly database: string;
  readonly superuser: boolean;
}

/**
 * Makes, or brings up to date, what each subgraph needs before its migrations: the roles
 * `<naam>_eigenaar` and `<naam>_lezer`, and the schema `<naam>`. Everything in one transaction, so that
 * two starts on one server do not meet; running it again changes nothing but the passwords of the roles,
 * which become those in `passwordFile`. Throws DATABASE_NIET_BEREIKBAAR, DATABASE_ONGESCHIKT, ROL_TE_RUIM.
 */
export async function bootstrap(
  adminUrl: string,
  subgraphs: readonly string[],
  passwordFile: string,
): Promise<Readonly<Record<string, SubgraphUrls>>> {
  const roles = subgraphs.flatMap((naam) => [eigenaarOf(naam), lezerOf(naam)]);
  const passwords = await rolePasswords(passwordFile, roles);
  const client = await connectAdmin(adminUrl);
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    const admin = await readAdmin(client);
    await closePublicDoors(client, admin);
    for (const role of roles) await ensureRole(client, admin, role, passwords[role] ?? '');
    for (const naam of subgraphs) await ensureSchema(client, admin, naam);
    await client.query('commit');
  } catch (error) {
    throw asKetenFout(error, adminUrl);
  } finally {
    await client.end();
  }
  const url = (role: string): string => withUser(adminUrl, role, passwords[role] ?? '');
  return Object.freeze(
    Object.fromEntries(
      subgraphs.map((naam) => [
        naam,
        Object.freeze({ eigenaar: url(eigenaarOf(naam)), lezer: url(lezerOf(naam)) }),
      ]),
    ),
  );
}

function eigenaarOf(naam: string): string {
  return `${naam}_eigenaar`;
}

function lezerOf(naam: string): string {
  return `${naam}_lezer`;
}

/** What PostgreSQL gives everyone by default: to connect, to make temporary tables, to use `public`. */
async function closePublicDoors(client: Client, { database }: Admin): Promise<void> {
  await client.query(`revoke all on database ${database} from public`);
  await client.query('revoke all on schema public from public');
}

async function ensureRole(
  client: Client,
  { database }: Admin,
  role: string,
  password: string,
): Promise<void> {
  const name = escapeIdentifier(role);
  const { rows } = await client.query<{ te_ruim: boolean }>(
    `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as te_ruim
       from pg_roles where rolname = $1`,
    [role],
  );
  if (rows[0]?.te_ruim === true) {
    throw new KetenFout('ROL_TE_RUIM', `Role ${role} existed with rights over the whole server.`, {
      rol: role,
    });
  }
  if (rows.length === 0) await client.query(`create role ${name} login`);
  await client.query(`alter role ${name} login password ${escapeLiteral(scramVerifier(password))}`);
  await client.query(`grant connect on database ${database} to ${name}`);
}

async function ensureSchema(client: Client, { superuser }: Admin, naam: string): Promise<void> {
  const [schema, eigenaar, lezer] = [naam, eigenaarOf(naam), lezerOf(naam)].map(escapeIdentifier);
  // Whoever is not superuser may give a schema only to a role it is a member of.
  if (!superuser) await client.query(`grant ${eigenaar} to current_user`);
  await client.query(`create schema if not exists ${schema} authorization ${eigenaar}`);
  await client.query(`alter schema ${schema} owner to ${eigenaar}`);
  await client.query(`revoke all on schema ${schema} from public, ${lezer}`);
  await client.query(`grant usage on schema ${schema} to ${lezer}`);
  for (const role of [eigenaar, lezer]) {
    await client.query(`alter role ${role} set search_path = ${schema}`);
  }
}

async function readAdmin(client: Client): Promise<Admin> {
  const { rows } = await client.query<{ naam: string; superuser: boolean }>(
    'select current_database() as naam, rolsuper as superuser from pg_roles where rolname = current_user',
  );
  return { database: escapeIdentifier(rows[0]?.naam ?? ''), superuser: rows[0]?.superuser === true };
}

function withUser(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(role);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

function asKetenFout(error: unknown, adminUrl: string): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const code = error.code === INSUFFICIENT_PRIVILEGE ? 'DATABASE_ONGESCHIKT' : 'DATABASE_NIET_BEREIKBAAR';
  return new KetenFout(
    code,
    `${placeOf(adminUrl)}: ${error.message} (${error.code ?? ''})`,
    {},
    { cause: error },
  );
}
