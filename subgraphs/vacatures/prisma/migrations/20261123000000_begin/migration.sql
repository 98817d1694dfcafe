-- The tables of vacatures. Columns that row-level security filters on are text: operators of enum,
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

-- A werkgever, as large as a company or as small as a person. The contactpersoon works at the werkgeversservicepunt.
create table werkgever (
  kvk text primary key check (kvk ~ '^[0-9]{8}$'),
  handelsnaam text not null,
  is_eenmanszaak boolean not null,
  contact_naam text,
  contact_organisatie text,
  contact_telefoon text,
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored,
  check (num_nulls(contact_naam, contact_organisatie, contact_telefoon) in (0, 3))
);

create table vestiging (
  vestigingsnummer text primary key check (vestigingsnummer ~ '^[0-9]{12}$'),
  kvk text not null references werkgever (kvk),
  plaats text not null,
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored
);
create index vestiging_werkgever on vestiging (kvk, vestigingsnummer);

create table beroep (
  code text primary key check (code ~ '^https://.{1,192}$'),
  naam text not null
);

create table vacature (
  id text primary key,
  kvk text not null references werkgever (kvk),
  nummer text not null,
  naam text not null check (length(naam) <= 120),
  sluitingsdatum date,
  beroep_code text not null references beroep (code),
  denkniveau text check (denkniveau ~ '^[0-7]$'),
  uren_min integer not null check (uren_min between 0 and 99),
  uren_max integer not null check (uren_max between uren_min and 99),
  aantal_plaatsen integer not null check (aantal_plaatsen > 0),
  status text not null check (status in ('OPEN', 'VERVULD', 'GESLOTEN')),
  geopend_op date not null,
  gesloten_op date check (gesloten_op >= geopend_op),
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored,
  check ((status = 'OPEN') = (gesloten_op is null)),
  unique (id, kvk, beroep_code)
);
create index vacature_lijst on vacature (kvk, geopend_op desc, id desc);

create table profiel (
  klant_id text primary key,
  postcode text not null check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  reisafstand integer check (reisafstand between 0 and 999),
  uren_min integer not null check (uren_min between 0 and 99),
  uren_max integer not null check (uren_max between uren_min and 99),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  unique (klant_id, verantwoordelijke)
);

create table profiel_beroep (
  klant_id text not null,
  beroep_code text not null references beroep (code),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  primary key (klant_id, beroep_code),
  foreign key (klant_id, verantwoordelijke) references profiel (klant_id, verantwoordelijke)
);

-- The beroep is that of the vacature, kept here too: who may see a voordracht may not always see the vacature.
create table voordracht (
  id text primary key,
  kvk text not null,
  vacature_id text not null,
  klant_id text not null,
  fase text not null check (fase in ('VOORGEDRAGEN', 'UITGENODIGD', 'GEPLAATST', 'GEEINDIGD')),
  datum date not null,
  volgende_stap text check (volgende_stap is null or fase <> 'GEEINDIGD'),
  fase_sinds date not null check (fase_sinds >= datum),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  beroep_code text not null,
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored,
  foreign key (vacature_id, kvk, beroep_code) references vacature (id, kvk, beroep_code) on update cascade
);
create index voordracht_vacature on voordracht (vacature_id, datum desc, id desc);
create index voordracht_klant on voordracht (klant_id, datum desc, id desc);

create function neem_beroep_over() returns trigger language plpgsql as $$
begin
  new.beroep_code := (select v.beroep_code from vacature v where v.id = new.vacature_id);
  return new;
end $$;
create trigger beroep_van_vacature before insert on voordracht
  for each row execute function neem_beroep_over();

create function weiger() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: %', tg_op, tg_table_name, tg_argv[0];
end $$;
create trigger blijft_bij_vacature before update of vacature_id on voordracht
  for each row when (old.vacature_id is distinct from new.vacature_id)
  execute function weiger('a voordracht stays with its vacature');

-- Apart from the voordracht: the name has a data group of its own, and depends on how far the voordracht is.
create table kandidaat_naam (
  voordracht_id text primary key references voordracht (id),
  kvk text not null,
  klant_id text not null,
  naam text not null,
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored
);

create table plaatsing (
  id text primary key,
  kvk text not null references werkgever (kvk),
  voordracht_id text references voordracht (id),
  klant_id text not null,
  soort text not null check (soort in ('REGULIER', 'PROEFPLAATSING', 'DETACHERING', 'LEERWERKPLEK')),
  begin date not null,
  einde date check (einde >= begin),
  uren integer not null check (uren between 1 and 99),
  naam text not null,
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored
);
create index plaatsing_lijst on plaatsing (kvk, begin desc, id desc);
create index plaatsing_voordracht on plaatsing (voordracht_id) where voordracht_id is not null;

-- A werkgever counts once in a quarter, however often it is approached.
create table benadering (
  kvk text not null references werkgever (kvk),
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  kwartaal text not null,
  datum date not null,
  primary key (kvk, gemeente, kwartaal),
  check (kwartaal = extract(year from datum)::integer::text || '-' || extract(quarter from datum)::integer::text)
);

create table arbeidsmarktregio (
  code text primary key,
  naam text not null
);

create table arbeidsmarktregio_gemeente (
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  regio text not null references arbeidsmarktregio (code),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  primary key (gemeente, geldig_van)
);

-- One row is one printed cell: a figure is kept with the line it stands on.
create table wsp_gedrukt (
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  jaar integer not null,
  kwartaal integer not null check (kwartaal between 1 and 4),
  soort text not null check (soort in ('BENADERD', 'VACATURES', 'GEPLAATST', 'PROEF')),
  waarde integer not null,
  document text not null,
  regel integer not null check (regel > 0),
  primary key (gemeente, jaar, kwartaal, soort)
);

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
create policy beheer on klantbereik to vacatures_eigenaar using (true) with check (true);
create policy bereik on klantbereik for select to vacatures_lezer using (
  ((sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_personen', true)), ','))
      or sleutel_regie = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')))
    and geldig_van <= (select nullif(current_setting('keten.vandaag', true), '')::date)
    and (geldig_tot is null or (select nullif(current_setting('keten.vandaag', true), '')::date) < geldig_tot))
  or sleutel_klant = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')));

do $$
declare
  tabel text;
begin
  foreach tabel in array array[
    'werkgever', 'vestiging', 'vacature', 'profiel', 'profiel_beroep', 'voordracht', 'kandidaat_naam', 'plaatsing',
    'benadering', 'wsp_gedrukt'
  ] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format('create policy beheer on %I to vacatures_eigenaar using (true) with check (true)', tabel);
  end loop;
end
$$;

-- The settings are read in a subselect, so once for each statement and not once for each row.
create policy bereik on werkgever for select to vacatures_lezer
  using (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_vacature_beheer', true)), ',')));
create policy bereik on vestiging for select to vacatures_lezer
  using (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_vacature_beheer', true)), ',')));
create policy bereik on vacature for select to vacatures_lezer
  using (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_vacature_beheer', true)), ',')));

-- The rows of a person and a werkgever: for the werkgever, and where a row of klantbereik is in reach, whose own policy
-- sees to its validity. A subselect of one value is looked up row by row; an exists could be hashed, by reading everybody
-- in reach.
create policy bereik on voordracht for select to vacatures_lezer using (
  sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
  or (
    select true from klantbereik b
    where b.klant_id = voordracht.klant_id and b.verantwoordelijke = voordracht.verantwoordelijke
      and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ',')))
    limit 1));
create policy bereik on plaatsing for select to vacatures_lezer using (
  sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
  or (
    select true from klantbereik b
    where b.klant_id = plaatsing.klant_id and b.verantwoordelijke = plaatsing.verantwoordelijke
      and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ',')))
    limit 1));

-- A werkgever sees of whom is presented what work they look for, until the voordracht has ended.
create policy bereik on profiel for select to vacatures_lezer using (
  (
    select true from klantbereik b
    where b.klant_id = profiel.klant_id and b.verantwoordelijke = profiel.verantwoordelijke
      and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ',')))
    limit 1)
  or (
    select true from voordracht v
    where v.klant_id = profiel.klant_id and v.verantwoordelijke = profiel.verantwoordelijke and v.fase <> 'GEEINDIGD'
      and v.sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
    limit 1));
create policy bereik on profiel_beroep for select to vacatures_lezer
  using ((select true from profiel p where p.klant_id = profiel_beroep.klant_id limit 1));

-- The name comes with the invitation: not before, and not after the end.
create policy bereik on kandidaat_naam for select to vacatures_lezer using (
  (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ','))
  or (
    select true from klantbereik b
    where b.klant_id = kandidaat_naam.klant_id and b.verantwoordelijke = kandidaat_naam.verantwoordelijke
      and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ','))
        or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ','))
        or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ',')))
    limit 1))
  and (
    select true from voordracht v
    where v.id = kandidaat_naam.voordracht_id and v.kvk = kandidaat_naam.kvk
      and v.fase in ('UITGENODIGD', 'GEPLAATST')
    limit 1));

create policy bereik on wsp_gedrukt for select to vacatures_lezer
  using (gemeente = any (string_to_array((select current_setting('keten.bereik_sturing', true)), ',')));

grant select on klantbereik, werkgever, vestiging, beroep, vacature, profiel, profiel_beroep, voordracht, kandidaat_naam,
  plaatsing, arbeidsmarktregio, arbeidsmarktregio_gemeente, wsp_gedrukt to vacatures_lezer;
grant insert on logboek to vacatures_lezer;
