import { z } from 'zod';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Leesbaar } from './databank.ts';
import { leesRijen } from './lees-rijen.ts';

const bevinding = z.object({ bevinding: z.string() });

/** What the role, or any role it may become, can do beyond all tables. */
const ROLKENMERKEN = `
  select distinct k.kenmerk || case when r.rolname = current_user then '' else ' through ' || r.rolname end as bevinding
  from pg_roles r
  cross join lateral (values
    ('is superuser', r.rolsuper), ('has BYPASSRLS', r.rolbypassrls), ('has CREATEROLE', r.rolcreaterole),
    ('has CREATEDB', r.rolcreatedb), ('has REPLICATION', r.rolreplication)) as k (kenmerk, geldt)
  where k.geldt and pg_has_role(current_user, r.oid, 'MEMBER')`;

/** What it owns or may make in the schema. */
const EIGENDOM = `
  select 'owns ' || c.oid::regclass as bevinding from pg_class c
  where c.relnamespace = current_schema()::regnamespace and pg_has_role(current_user, c.relowner, 'MEMBER')
    and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  union all
  select 'owns function ' || p.oid::regprocedure from pg_proc p
  where p.pronamespace = current_schema()::regnamespace and pg_has_role(current_user, p.proowner, 'MEMBER')
  union all
  select 'owns schema ' || n.nspname from pg_namespace n
  where n.nspname = current_schema() and pg_has_role(current_user, n.nspowner, 'MEMBER')
  union all
  select 'may CREATE in schema ' || current_schema() where has_schema_privilege(current_schema(), 'CREATE')`;

/**
 * What it may do to tables: insert into the logboek, insert into and select the noodtoegang and events, select only of the
 * others.
 */
const RECHTEN = `
  select 'may ' || r.recht || ' ' || c.relname as bevinding
  from pg_class c
  cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as r (recht)
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and case when r.recht in ('DELETE', 'TRUNCATE', 'TRIGGER') then has_table_privilege(c.oid, r.recht)
             else has_any_column_privilege(c.oid, r.recht) end
    and not (r.recht = 'INSERT' and (c.relname in ('logboek', 'noodtoegang') or c.relname = any ($1::text[])))
    and not (r.recht = 'SELECT' and c.relname not in ('logboek', '_prisma_migrations'))`;

/** Which tables it may read whole; a view reads with the rights of its owner. */
const ZONDER_RIJBEVEILIGING = `
  select c.relname || ' has no forced row-level security' as bevinding
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not (c.relrowsecurity and c.relforcerowsecurity) and not c.relname = any ($1::text[])
    and (has_any_column_privilege(c.oid, 'SELECT')
      or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'verantwoordelijke'))`;

/** Which events it may write without a bound on whose they are. */
const ZONDER_EIGEN_STAP = `
  select t.naam || ' is no table of events: it has no policy for inserts by this role alone' as bevinding
  from unnest($1::text[]) as t (naam)
  where not exists (
    select from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = current_schema()::regnamespace and c.relname = t.naam and p.polcmd = 'a'
      and p.polroles = array[current_user::regrole::oid] and c.relrowsecurity and c.relforcerowsecurity)`;

/**
 * Refuses a serving role that can do more than select domain tables and insert into the logboek and the tables of events
 * (`gebeurtenistabellen`), a domain table without forced row-level security (`openbareTabellen` are for everyone), and events
 * that may be inserted without a policy.
 * Throws ROL_TE_RUIM whose reason names each finding, and DATABASE_NIET_BEREIKBAAR.
 */
export async function controleerRol(
  databank: Leesbaar,
  openbareTabellen: readonly string[],
  gebeurtenistabellen: readonly string[] = [],
): Promise<void> {
  const bevindingen = await leesBevindingen(databank, openbareTabellen, gebeurtenistabellen);
  if (bevindingen.length > 0) throw new KetenFout('ROL_TE_RUIM', bevindingen.join('; '), { bevindingen });
}

async function leesBevindingen(
  databank: Leesbaar,
  openbaar: readonly string[],
  gebeurtenissen: readonly string[],
): Promise<readonly string[]> {
  try {
    const gevonden = [
      ...(await leesRijen(databank, bevinding, ROLKENMERKEN)),
      ...(await leesRijen(databank, bevinding, EIGENDOM)),
      ...(await leesRijen(databank, bevinding, RECHTEN, gebeurtenissen)),
      ...(await leesRijen(databank, bevinding, ZONDER_RIJBEVEILIGING, openbaar)),
      ...(await leesRijen(databank, bevinding, ZONDER_EIGEN_STAP, gebeurtenissen)),
    ];
    return gevonden.map((rij) => rij.bevinding).toSorted();
  } catch (cause) {
    throw new KetenFout('DATABASE_NIET_BEREIKBAAR', undefined, {}, { cause });
  }
}
