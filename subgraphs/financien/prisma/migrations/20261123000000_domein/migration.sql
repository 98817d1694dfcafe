-- Who is in reach of whom, what werkgevers were paid, and which gemeenten work together.

-- Who is in reach of whom: a copy, the same in every subgraph that keeps persons.
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

-- What was paid to a werkgever, and for which days of which subsidie.
create table subsidiebetaling (
  id text primary key,
  kvk text not null check (kvk ~ '^[0-9]{8}$'),
  subsidie_id text not null,
  klant_id text not null,
  van date not null,
  tot_en_met date not null check (tot_en_met >= van),
  bedrag_cent bigint not null check (bedrag_cent > 0),
  betaald_op date not null,
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored
);
create index subsidiebetaling_subsidie on subsidiebetaling (subsidie_id, betaald_op desc, id desc);

create table samenwerkingsverband (
  code text primary key check (code <> ''),
  naam text not null,
  rechtsvorm text not null check (rechtsvorm in ('UITVOERING_DOOR_GEMEENTE', 'GEMEENSCHAPPELIJKE_REGELING')),
  penvoerder text not null check (penvoerder ~ '^GM[0-9]{4}$')
);

-- A gemeente takes part from its first day to, and not on, the day at which it no longer does.
create table samenwerkingsverband_deelnemer (
  code text not null references samenwerkingsverband (code),
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  primary key (code, gemeente, geldig_van)
);

alter table klantbereik enable row level security;
alter table klantbereik force row level security;
alter table subsidiebetaling enable row level security;
alter table subsidiebetaling force row level security;

create policy beheer on klantbereik to financien_eigenaar using (true) with check (true);
create policy beheer on subsidiebetaling to financien_eigenaar using (true) with check (true);

-- Settings are read in a subselect, so once for each statement and not once for each row.
create policy bereik on klantbereik for select to financien_lezer using (
  ((sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_personen', true)), ','))
      or sleutel_regie = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')))
    and geldig_van <= (select nullif(current_setting('keten.vandaag', true), '')::date)
    and (geldig_tot is null or (select nullif(current_setting('keten.vandaag', true), '')::date) < geldig_tot))
  or sleutel_klant = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')));

-- A vordering is in reach when a row of klantbereik is, whose own policy sees to its validity. A subselect of one value
-- is looked up row by row; an exists could be hashed, by reading everybody in reach.
drop policy bereik on vordering;
create policy bereik on vordering for select to financien_lezer using ((
  select true from klantbereik b
  where b.klant_id = vordering.klant_id and b.verantwoordelijke = vordering.verantwoordelijke
    and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_financien_klant_stand', true)), ','))
      or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_financien_klant_stand', true)), ','))
      or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_financien_klant_stand', true)), ',')))
  limit 1));
create policy bereik on subsidiebetaling for select to financien_lezer
  using (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_werkgever_subsidie', true)), ',')));

grant select on klantbereik, subsidiebetaling, samenwerkingsverband, samenwerkingsverband_deelnemer to financien_lezer;
