-- The tables of klanten. Columns that row-level security filters on are text: operators of enum,
-- array and jsonb are not leakproof, so their index would not be used.

create table gemeente (
  code text primary key check (code ~ '^GM[0-9]{4}$'),
  naam text not null
);

create table huishouden (
  id text primary key,
  verantwoordelijke text not null references gemeente (code)
);

create table klant (
  id text primary key,
  huishouden_id text not null references huishouden (id),
  bsn text not null unique check (bsn ~ '^[0-9]{9}$'),
  naam text not null,
  geboortedatum date not null,
  verantwoordelijke text not null references gemeente (code)
);
create index klant_verantwoordelijke_id on klant (verantwoordelijke, id);
create index klant_huishouden on klant (huishouden_id);

create table uitkering (
  id text primary key,
  huishouden_id text not null references huishouden (id),
  regeling text not null check (regeling in ('WWB', 'IOAW', 'IOAZ')),
  leefvorm text not null check (leefvorm in ('EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR')),
  ingangsdatum date not null,
  einddatum date check (einddatum >= ingangsdatum),
  verantwoordelijke text not null references gemeente (code)
);
create index uitkering_huishouden on uitkering (huishouden_id, ingangsdatum desc, id);
create index uitkering_verantwoordelijke on uitkering (verantwoordelijke);

-- Number 1 is the hoofdontvanger; a stand counts uitkeringen, so the second has no uitkering of its own.
create table rechthebbende (
  uitkering_id text not null references uitkering (id),
  volgnummer integer not null check (volgnummer in (1, 2)),
  klant_id text not null references klant (id),
  verantwoordelijke text not null references gemeente (code),
  primary key (uitkering_id, volgnummer),
  unique (klant_id, uitkering_id)
);

-- One row is one printed cell: a figure is kept with the line it stands on.
create table kengetal_wwb (
  gemeente text not null references gemeente (code),
  maand text not null check (maand ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  soort text not null check (
    soort in ('BEGINSTAND', 'CORRECTIE', 'INSTROOM', 'UITSTROOM', 'EINDSTAND', 'VOORSCHOTTEN', 'BLOKKADES')
  ),
  waarde integer not null,
  document text not null,
  regel integer not null check (regel > 0),
  primary key (gemeente, maand, soort)
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

alter table huishouden enable row level security;
alter table huishouden force row level security;
alter table klant enable row level security;
alter table klant force row level security;
alter table uitkering enable row level security;
alter table uitkering force row level security;
alter table rechthebbende enable row level security;
alter table rechthebbende force row level security;
alter table kengetal_wwb enable row level security;
alter table kengetal_wwb force row level security;

create policy beheer on huishouden to klanten_eigenaar using (true) with check (true);
create policy beheer on klant to klanten_eigenaar using (true) with check (true);
create policy beheer on uitkering to klanten_eigenaar using (true) with check (true);
create policy beheer on rechthebbende to klanten_eigenaar using (true) with check (true);
create policy beheer on kengetal_wwb to klanten_eigenaar using (true) with check (true);

-- The setting is read in a subselect, so once for each statement and not once for each row.
create policy bereik on huishouden for select to klanten_lezer
  using (verantwoordelijke = any (string_to_array((select current_setting('keten.bereik_klant_dossier', true)), ',')));
create policy bereik on klant for select to klanten_lezer
  using (verantwoordelijke = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')));
create policy bereik on uitkering for select to klanten_lezer
  using (verantwoordelijke = any (string_to_array((select current_setting('keten.bereik_klant_dossier', true)), ',')));
create policy bereik on rechthebbende for select to klanten_lezer
  using (verantwoordelijke = any (string_to_array((select current_setting('keten.bereik_klant_dossier', true)), ',')));
create policy bereik on kengetal_wwb for select to klanten_lezer
  using (gemeente = any (string_to_array((select current_setting('keten.bereik_sturing', true)), ',')));

grant select on gemeente, huishouden, klant, uitkering, rechthebbende, kengetal_wwb to klanten_lezer;
grant insert on logboek to klanten_lezer;
