-- The tables of trajecten. Columns that row-level security filters on are text: operators of enum,
-- array and jsonb are not leakproof, so their index would not be used.

-- Who reaches whom; the same in every subgraph.
create table klantbereik (
  klant_id text not null, verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  medewerker text, team text, partner_id text, afgeschermd boolean not null,
  geldig_van date not null, geldig_tot date check (geldig_tot > geldig_van),
  sleutel_gemeente text generated always as (case when afgeschermd then null else verantwoordelijke end) stored,
  sleutel_regie text generated always as (case when afgeschermd then null else verantwoordelijke || '/' || medewerker end) stored,
  sleutel_klant text not null generated always as ('klant/' || klant_id) stored,
  primary key (klant_id, verantwoordelijke, geldig_van));
create index klantbereik_gemeente on klantbereik (sleutel_gemeente, klant_id)
  include (verantwoordelijke, partner_id, sleutel_regie, sleutel_klant, geldig_van, geldig_tot);
create index klantbereik_regie on klantbereik (sleutel_regie, klant_id)
  include (verantwoordelijke, partner_id, sleutel_gemeente, sleutel_klant, geldig_van, geldig_tot);
create index klantbereik_klant on klantbereik (sleutel_klant);
-- Only here: what runs for a partner is looked up by the partner.
create index klantbereik_partner on klantbereik (partner_id) where partner_id is not null;

-- A programma keeps its code when its name changes.
create table programma (
  code text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  naam text not null check (naam <> ''),
  geldig_van date not null,
  primary key (gemeente, code, geldig_van)
);

create table aanbieder (
  id text primary key,
  naam text not null check (naam <> '')
);

-- verantwoordelijke is the gemeente of the traject, which stays when the klant moves.
create table traject (
  id text primary key,
  klant_id text not null,
  programma text,
  aanbieder_id text references aanbieder (id),
  doel text check (doel <> ''),
  aangemeld_op date not null,
  begin date check (begin >= aangemeld_op),
  verwacht_einde date check (verwacht_einde >= begin),
  einde date check (einde >= begin),
  status text not null check (status in ('GEPLAND', 'LOPEND', 'AFGEROND', 'UITGEVALLEN')),
  uitkomst text check (uitkomst in ('WERK', 'PASSEND_TRAJECT', 'ANDER_ADVIES', 'GEEN_RECHT_OF_AFGEZIEN')),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  check (begin is not null or (status <> 'LOPEND' and uitkomst is null))
);
create index traject_klant on traject (klant_id, begin desc, id desc);

create table voorziening (
  id text primary key,
  klant_id text not null,
  soort text not null check (soort in ('LOONKOSTENSUBSIDIE', 'JOBCOACH', 'NO_RISK', 'DEELTIJDWERK')),
  datum_start date not null,
  datum_einde date check (datum_einde >= datum_start),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$')
);
create index voorziening_klant on voorziening (klant_id, datum_start desc, id desc);

-- Only the conclusion: what a klant can earn, in thousandths of the minimum wage.
create table loonwaardemeting (
  klant_id text not null,
  datum date not null,
  promille integer not null check (promille between 0 and 1000),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  primary key (klant_id, datum)
);

-- What a werkgever gets for one plaatsing, in thousandths of the minimum wage.
create table loonkostensubsidie (
  id text primary key,
  kvk text not null check (kvk ~ '^[0-9]{8}$'),
  plaatsing_id text not null unique,
  klant_id text not null,
  datum_beschikking date not null,
  promille integer not null check (promille between 1 and 1000),
  start date not null,
  einde date not null check (einde >= start),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored
);

-- One row is one printed cell: a figure is kept with the line it stands on.
create table uitkomst_gedrukt (
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  programma text not null,
  maat text not null check (
    maat in ('WERK', 'PASSEND_TRAJECT', 'ANDER_ADVIES', 'GEEN_RECHT_OF_AFGEZIEN', 'WERK_VAN_AANGEMELDEN')
  ),
  promille integer not null check (promille between 0 and 1000),
  document text not null,
  regel integer not null check (regel > 0),
  primary key (gemeente, programma, maat)
);

-- The days on which something runs for a klant: a traject, a loonkostensubsidie or work in part-time. From each day
-- `van` to, and not on, `tot`; stretches that touch are one. What it is, is not told: a regisseur who may not see
-- the partner of a klant may know only whether that partner is seen to.
create table loopt (
  klant_id text not null,
  van date not null,
  tot date check (tot > van),
  primary key (klant_id, van) include (tot)
);

create function looptijd_van(klanten text[]) returns setof loopt language sql stable as $$
  select r.klant_id, lower(d.dagen), upper(d.dagen)
  from (
    select x.klant_id, range_agg(x.dagen) as alles
    from (
      select klant_id, daterange(begin, einde, '[]') as dagen
      from traject where status = 'LOPEND' and klant_id = any (klanten)
      union all
      select klant_id, daterange(datum_start, datum_einde, '[]')
      from voorziening where soort in ('LOONKOSTENSUBSIDIE', 'DEELTIJDWERK') and klant_id = any (klanten)
    ) as x
    group by x.klant_id
  ) as r
  cross join lateral unnest(r.alles) as d (dagen)
$$;

create function herleid_loopt() returns trigger language plpgsql as $$
declare
  klanten text[] := '{}';
begin
  if tg_op <> 'DELETE' then klanten := array(select klant_id from nieuw); end if;
  if tg_op <> 'INSERT' then klanten := klanten || array(select klant_id from oud); end if;
  -- One transaction at a time, so that each sees what the other left; who reads does not wait.
  lock table loopt in share row exclusive mode;
  delete from loopt where klant_id = any (klanten);
  insert into loopt select * from looptijd_van(klanten);
  return null;
end
$$;

-- How many trajecten of a programma came to what: under '' all klanten who were aangemeld, and under an uitkomst those
-- of them who began. Who began and has no uitkomst is still in the programma, which the documents count under
-- ANDER_ADVIES (000, lines 115-116). A count of nothing has no row.
create table programmauitkomst (
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  programma text not null,
  uitkomst text not null check (
    uitkomst in ('', 'WERK', 'PASSEND_TRAJECT', 'ANDER_ADVIES', 'GEEN_RECHT_OF_AFGEZIEN')
  ),
  aantal bigint not null check (aantal >= 0),
  primary key (gemeente, programma, uitkomst)
);

create function tel_uitkomsten() returns trigger language plpgsql as $$
declare
  geteld constant text := $q$(
    select t.verantwoordelijke, t.programma, u.uitkomst, count(*) as aantal
    from %I as t
    cross join lateral (
      values ('', true), (coalesce(t.uitkomst, 'ANDER_ADVIES'), t.begin is not null)
    ) as u (uitkomst, telt)
    where t.programma is not null and u.telt
    group by 1, 2, 3
    -- In one order everywhere, so that two transactions wait for each other and never both.
    order by 1, 2, 3
  )$q$;
begin
  if tg_op <> 'DELETE' then
    execute 'insert into programmauitkomst as p (gemeente, programma, uitkomst, aantal) ' || format(geteld, 'nieuw')
      || ' on conflict (gemeente, programma, uitkomst) do update set aantal = p.aantal + excluded.aantal';
  end if;
  if tg_op <> 'INSERT' then
    execute 'update programmauitkomst as p set aantal = p.aantal - af.aantal from ' || format(geteld, 'oud')
      || ' as af (gemeente, programma, uitkomst, aantal)'
      || ' where (p.gemeente, p.programma, p.uitkomst) = (af.gemeente, af.programma, af.uitkomst)';
    delete from programmauitkomst where aantal = 0;
  end if;
  return null;
end
$$;

create function weiger_leegmaken() returns trigger language plpgsql as $$
begin
  raise exception 'truncate of % is refused: what is counted from its rows would stay', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger loopt_erbij after insert on traject
  referencing new table as nieuw for each statement execute function herleid_loopt();
create trigger loopt_anders after update on traject
  referencing old table as oud new table as nieuw for each statement execute function herleid_loopt();
create trigger loopt_eraf after delete on traject
  referencing old table as oud for each statement execute function herleid_loopt();
create trigger loopt_erbij after insert on voorziening
  referencing new table as nieuw for each statement execute function herleid_loopt();
create trigger loopt_anders after update on voorziening
  referencing old table as oud new table as nieuw for each statement execute function herleid_loopt();
create trigger loopt_eraf after delete on voorziening
  referencing old table as oud for each statement execute function herleid_loopt();
create trigger tel_erbij after insert on traject
  referencing new table as nieuw for each statement execute function tel_uitkomsten();
create trigger tel_anders after update on traject
  referencing old table as oud new table as nieuw for each statement execute function tel_uitkomsten();
create trigger tel_eraf after delete on traject
  referencing old table as oud for each statement execute function tel_uitkomsten();
create trigger weiger before truncate on traject for each statement execute function weiger_leegmaken();
create trigger weiger before truncate on voorziening for each statement execute function weiger_leegmaken();

create table bron (
  naam text primary key,
  sha256 text not null,
  geladen_op timestamptz not null default now()
);

-- One row is one answer of this subgraph. betrokkenen[i] belongs to verantwoordelijken[i]; times are ms since 1970.
create table logboek (
  trace_id text not null check (trace_id ~ '^[0-9a-f]{32}$'),
  span_id text not null check (span_id ~ '^[0-9a-f]{16}$'),
  parent_span_id text not null check (parent_span_id ~ '^[0-9a-f]{16}$'),
  status text not null check (status in ('Unset', 'Ok', 'Error')),
  name text not null,
  start_time bigint not null,
  end_time bigint not null check (end_time >= start_time),
  verwerkingsactiviteit text,
  betrokkenen text[] not null,
  verantwoordelijken text[] not null,
  velden text[] not null,
  primary key (trace_id, span_id),
  check (cardinality(betrokkenen) = cardinality(verantwoordelijken))
);

alter table klantbereik enable row level security;
alter table klantbereik force row level security;
alter table traject enable row level security;
alter table traject force row level security;
alter table voorziening enable row level security;
alter table voorziening force row level security;
alter table loonwaardemeting enable row level security;
alter table loonwaardemeting force row level security;
alter table loonkostensubsidie enable row level security;
alter table loonkostensubsidie force row level security;
alter table loopt enable row level security;
alter table loopt force row level security;
alter table uitkomst_gedrukt enable row level security;
alter table uitkomst_gedrukt force row level security;
alter table programmauitkomst enable row level security;
alter table programmauitkomst force row level security;

create policy beheer on klantbereik to trajecten_eigenaar using (true) with check (true);
create policy beheer on traject to trajecten_eigenaar using (true) with check (true);
create policy beheer on voorziening to trajecten_eigenaar using (true) with check (true);
create policy beheer on loonwaardemeting to trajecten_eigenaar using (true) with check (true);
create policy beheer on loonkostensubsidie to trajecten_eigenaar using (true) with check (true);
create policy beheer on loopt to trajecten_eigenaar using (true) with check (true);
create policy beheer on uitkomst_gedrukt to trajecten_eigenaar using (true) with check (true);
create policy beheer on programmauitkomst to trajecten_eigenaar using (true) with check (true);

-- Settings are read in a subselect, so once for each statement and not once for each row.
create policy bereik on klantbereik for select to trajecten_lezer using (
  ((sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_personen', true)), ','))
      or sleutel_regie = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')))
    and geldig_van <= (select nullif(current_setting('keten.vandaag', true), '')::date)
    and (geldig_tot is null or (select nullif(current_setting('keten.vandaag', true), '')::date) < geldig_tot))
  or sleutel_klant = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')));

-- The rows of a person: in reach of the group when a row of klantbereik is, whose own policy sees to its validity. A
-- subselect of one value is looked up row by row; an exists could be hashed, by reading everybody in reach.
create policy bereik on traject for select to trajecten_lezer using ((
  select true from klantbereik b
  where b.klant_id = traject.klant_id and b.verantwoordelijke = traject.verantwoordelijke
    and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_traject', true)), ','))
      or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_traject', true)), ','))
      or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_traject', true)), ',')))
  limit 1));
create policy bereik on voorziening for select to trajecten_lezer using ((
  select true from klantbereik b
  where b.klant_id = voorziening.klant_id and b.verantwoordelijke = voorziening.verantwoordelijke
    and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_traject', true)), ','))
      or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_traject', true)), ','))
      or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_traject', true)), ',')))
  limit 1));
create policy bereik on loonwaardemeting for select to trajecten_lezer using ((
  select true from klantbereik b
  where b.klant_id = loonwaardemeting.klant_id and b.verantwoordelijke = loonwaardemeting.verantwoordelijke
    and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_klant_bijzonder', true)), ','))
      or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_klant_bijzonder', true)), ','))
      or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_klant_bijzonder', true)), ',')))
  limit 1));
create policy bereik on loopt for select to trajecten_lezer using (coalesce(
  (select true from klantbereik b where b.klant_id = loopt.klant_id
    and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_traject', true)), ','))
      or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_traject', true)), ',')))
    limit 1),
  (select true from klantbereik b where b.partner_id = loopt.klant_id
    and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_traject', true)), ','))
      or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_traject', true)), ',')))
    limit 1)));
create policy bereik on loonkostensubsidie for select to trajecten_lezer
  using (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_werkgever_subsidie', true)), ',')));
create policy bereik on uitkomst_gedrukt for select to trajecten_lezer
  using (gemeente = any (string_to_array((select current_setting('keten.bereik_sturing', true)), ',')));
create policy bereik on programmauitkomst for select to trajecten_lezer
  using (gemeente = any (string_to_array((select current_setting('keten.bereik_sturing', true)), ',')));

grant select on klantbereik, programma, aanbieder, traject, voorziening, loonwaardemeting, loonkostensubsidie, loopt,
  uitkomst_gedrukt, programmauitkomst to trajecten_lezer;
grant insert on logboek to trajecten_lezer;
