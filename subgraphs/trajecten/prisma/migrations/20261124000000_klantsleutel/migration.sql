-- Who reaches whom, as rows: one for each klant, gemeente and bereiksleutel, from which day until which. They are kept by
-- trigger from klantbereik and klantpartij, and are the one thing that filters, lists and row-level security look at.
-- The same bytes in every subgraph; a role is named after the subgraph, which is the name of the schema.

-- The sleutels of a klant were columns of klantbereik; the policies that read them go with them and are made anew.
alter table klantbereik
  drop column sleutel_gemeente cascade,
  drop column sleutel_regie cascade,
  drop column sleutel_klant cascade,
  -- Who stands in for the regisseur.
  add column vervanger text,
  -- The first day on which nothing of the klant may be given out any more, to the klant himself neither.
  add column bewaren_tot date,
  add check (bewaren_tot is null or bewaren_tot >= geldig_tot);

-- Who is a party in the case of a klant, for which task and on which days: an organisation, or one medewerker of it.
create table klantpartij (
  klant_id text not null,
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  organisatie text not null check (organisatie ~ '^[A-Z][A-Z0-9_]*$'),
  taak text not null check (taak ~ '^[a-z_]+$'),
  medewerker text,
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  unique nulls not distinct (klant_id, verantwoordelijke, organisatie, taak, medewerker, geldig_van));

create table klantsleutel (
  klant_id text not null,
  verantwoordelijke text not null,
  sleutel text not null,
  geldig_van date not null,
  geldig_tot date,
  primary key (klant_id, verantwoordelijke, sleutel, geldig_van) include (geldig_tot));

-- What the sleutels of these klanten are, from the rows they follow from. Days that touch are one row. Who is
-- afgeschermd has on those days the sleutel for that and his own, and no other; a party has its sleutel only while the
-- gemeente has the klant; the klant keeps his own until the dossier may not be kept any longer.
--
-- A setting keeps PostgreSQL from making it part of the statement that asks it, and so from deriving it row by row.
create function sleutels_van(klanten text[]) returns setof klantsleutel
  language sql stable set search_path from current as $$
  with bereik as (
    select *, daterange(geldig_van, geldig_tot) as dagen from klantbereik where klant_id = any (klanten)
  ), gegeven as (
    select b.klant_id, b.verantwoordelijke, s.sleutel, b.dagen
    from bereik b cross join lateral (values
      (b.verantwoordelijke),
      (b.verantwoordelijke || '/' || b.medewerker),
      (b.verantwoordelijke || '/team/' || b.team),
      (b.verantwoordelijke || '/vervanging/' || b.vervanger)) as s (sleutel)
    where not b.afgeschermd and s.sleutel is not null
    union all
    select klant_id, verantwoordelijke, 'afgeschermd/' || verantwoordelijke, dagen from bereik where afgeschermd
    union all
    select klant_id, verantwoordelijke, 'klant/' || klant_id, daterange('-infinity', bewaren_tot) from bereik
    union all
    select p.klant_id, p.verantwoordelijke,
      'partij/' || p.organisatie || '/' || p.taak || '/' || p.verantwoordelijke || coalesce('/' || p.medewerker, ''),
      b.dagen * daterange(p.geldig_van, p.geldig_tot)
    from klantpartij p join bereik b using (klant_id, verantwoordelijke) where not b.afgeschermd
  )
  select g.klant_id, g.verantwoordelijke, g.sleutel, lower(d.dagen), upper(d.dagen)
  from (
    select klant_id, verantwoordelijke, sleutel, range_agg(dagen) as alle from gegeven group by 1, 2, 3
  ) as g
  cross join lateral unnest(g.alle) as d (dagen)
$$;

-- Only what differs is written, so that what is kept from these rows in turn is derived for that alone.
create function herleid_klantsleutel() returns trigger language plpgsql as $$
declare
  klanten text[] := '{}';
begin
  if tg_op <> 'DELETE' then klanten := array(select klant_id from nieuw); end if;
  if tg_op <> 'INSERT' then klanten := klanten || array(select klant_id from oud); end if;
  klanten := array(select distinct klant from unnest(klanten) as k (klant));
  -- One transaction at a time, so that each sees what the other left; who reads does not wait.
  lock table klantsleutel in share row exclusive mode;
  delete from klantsleutel
  where klant_id = any (klanten)
    and (klant_id, verantwoordelijke, sleutel, geldig_van, coalesce(geldig_tot, 'infinity')) not in (
      select klant_id, verantwoordelijke, sleutel, geldig_van, coalesce(geldig_tot, 'infinity')
      from sleutels_van(klanten));
  insert into klantsleutel select * from sleutels_van(klanten) on conflict do nothing;
  return null;
end
$$;

create function weiger_leegmaken_bereik() returns trigger language plpgsql as $$
begin
  raise exception 'truncate of % is refused: its rows are kept elsewhere too, so delete them', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

do $$
declare
  tabel text;
begin
  foreach tabel in array array['klantbereik', 'klantpartij'] loop
    execute format('create trigger sleutels_erbij after insert on %I
      referencing new table as nieuw for each statement execute function herleid_klantsleutel()', tabel);
    execute format('create trigger sleutels_anders after update on %I
      referencing old table as oud new table as nieuw for each statement execute function herleid_klantsleutel()', tabel);
    execute format('create trigger sleutels_eraf after delete on %I
      referencing old table as oud for each statement execute function herleid_klantsleutel()', tabel);
    execute format('create trigger sleutels_leeg before truncate on %I
      for each statement execute function weiger_leegmaken_bereik()', tabel);
  end loop;
end
$$;

insert into klantsleutel select * from sleutels_van(array(select distinct klant_id from klantbereik));

-- Whether a klant may be told of on a day to one who reaches him by no sleutel: a werkgever, or the regisseur of a
-- partner. It looks with the eyes of the owner and says no more than yes or no. What was last known counts, also after
-- the end: a klant who found work is no longer in reach of a gemeente, and is still a colleague. Without a row nothing
-- may be told.
create or replace function is_te_tonen(klant text, vandaag date) returns boolean
  language sql stable security definer set search_path from current as $$
  select coalesce(
    (select not b.afgeschermd from klantbereik b where b.klant_id = klant and b.geldig_van <= vandaag
     order by b.geldig_van desc, b.afgeschermd desc limit 1),
    false)
$$;

-- The one shape of every policy about persons: SQL that holds when a row of a table is in reach of a data group on the
-- day of the transaction.
--   klant: the column with the key of the klant; the gemeente of the row is in `verantwoordelijke`.
--   kvk: whether a row is also of the werkgever in `sleutel_kvk`; als_te_tonen: only while the klant may be told of.
--   uitvoerder: SQL of the code of the organisation that carries out what the row is about; of the parties from outside
--     the gemeenten only that one reaches the row, and none when it is 'null'. Without it all do.
-- The settings are read in a subselect, so once for each statement. A subselect of one value is looked up row by row;
-- an exists could be hashed, by reading everybody in reach. Klantsleutel has a policy of its own, which sees to the days.
create function bereikregel(
  tabel text, groep text, klant text default 'klant_id', kvk boolean default false, als_te_tonen boolean default false,
  uitvoerder text default null
) returns text language sql stable as $body$
  select case when kvk then format('(%I.sleutel_kvk = any (%s)%s or %s)', tabel, sleutels,
      case when als_te_tonen then format(
        $q$ and is_te_tonen(%I.%I, (select nullif(current_setting('keten.vandaag', true), '')::date))$q$, tabel, klant)
      end, eigen)
    else eigen end
  from (select format(
    $q$string_to_array((select current_setting(%L, true)), ',')$q$, 'keten.bereik_' || replace(groep, '.', '_')) as sleutels) as van
  cross join lateral (select format(
    $q$(select true from klantsleutel s
        where s.klant_id = %1$I.%2$I and s.verantwoordelijke = %1$I.verantwoordelijke and s.sleutel = any (%3$s)%4$s
        limit 1)$q$, tabel, klant, sleutels,
    case when uitvoerder is not null then format(
      $q$ and (s.sleutel not like 'partij/%%' or s.sleutel like 'partij/GM%%' or split_part(s.sleutel, '/', 2) = %s)$q$,
      uitvoerder) end
  ) as eigen) as zelf
$body$;

-- Bounds a table by a rule: row-level security, forced; all rows for the owner, and for the serving role those of the rule.
create function begrens(tabel text, regel text) returns void language plpgsql as $body$
begin
  execute format('alter table %I enable row level security', tabel);
  execute format('alter table %I force row level security', tabel);
  execute format('drop policy if exists beheer on %I', tabel);
  execute format('drop policy if exists bereik on %I', tabel);
  execute format('create policy beheer on %I to %I using (true) with check (true)',
    tabel, current_schema() || '_eigenaar');
  execute format('create policy bereik on %I for select to %I using (%s)', tabel, current_schema() || '_lezer', regel);
  execute format('grant select on %I to %I', tabel, current_schema() || '_lezer');
end
$body$;

do $$
declare
  vandaag constant text := $q$(select nullif(current_setting('keten.vandaag', true), '')::date)$q$;
  geldig constant text := format('geldig_van <= %1$s and (geldig_tot is null or %1$s < geldig_tot)', vandaag);
begin
  perform begrens('klantsleutel', format(
    $q$sleutel = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')) and %s$q$, geldig));
  -- Of the rows they follow from one is read: which partner a klant has today.
  perform begrens('klantbereik', format(
    $q$%s and (select true from klantsleutel s
      where s.klant_id = klantbereik.klant_id and s.verantwoordelijke = klantbereik.verantwoordelijke limit 1)$q$, geldig));
  alter table klantpartij enable row level security;
  alter table klantpartij force row level security;
  execute format('create policy beheer on klantpartij to %I using (true) with check (true)',
    current_schema() || '_eigenaar');
  execute format('grant execute on function is_te_tonen to %I', current_schema() || '_lezer');
end
$$;
revoke execute on function is_te_tonen, bereikregel, begrens from public;

-- On which ground somebody looked beyond the own caseload.
alter table logboek add column reden text;
