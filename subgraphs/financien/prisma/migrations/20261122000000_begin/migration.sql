-- The tables of financien. Amounts are whole eurocents. Columns that row-level security filters on
-- are text: operators of enum, array and jsonb are not leakproof, so their index would not be used.

create table vordering (
  id text primary key,
  klant_id text not null,
  besluitdatum date not null,
  oorspronkelijk_cent bigint not null check (oorspronkelijk_cent > 0),
  openstaand_cent bigint not null check (openstaand_cent between 0 and oorspronkelijk_cent),
  laatste_betaling date check (laatste_betaling >= besluitdatum),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$')
);
create index vordering_klant on vordering (klant_id, besluitdatum desc, id desc);
create index vordering_verantwoordelijke on vordering (verantwoordelijke);

-- One row is one printed cell: an amount is kept with the line it stands on.
create table begrotingsregel (
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  jaar integer not null,
  peildatum date not null,
  volgorde integer not null check (volgorde > 0),
  onderdeel text not null,
  kolom text not null check (kolom in ('BEGROOT', 'BESTEED', 'RESTEREND', 'PROGNOSE_REST', 'PROGNOSE_RESULTAAT')),
  bedrag_cent bigint not null,
  document text not null,
  regel integer not null check (regel > 0),
  primary key (gemeente, jaar, volgorde, kolom)
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

alter table vordering enable row level security;
alter table vordering force row level security;
alter table begrotingsregel enable row level security;
alter table begrotingsregel force row level security;

create policy beheer on vordering to financien_eigenaar using (true) with check (true);
create policy beheer on begrotingsregel to financien_eigenaar using (true) with check (true);

-- The setting is read in a subselect, so once for each statement and not once for each row.
create policy bereik on vordering for select to financien_lezer
  using (
    verantwoordelijke = any (string_to_array((select current_setting('keten.bereik_financien_klant_stand', true)), ','))
  );
create policy bereik on begrotingsregel for select to financien_lezer
  using (gemeente = any (string_to_array((select current_setting('keten.bereik_financien_gemeente', true)), ',')));

grant select on vordering, begrotingsregel to financien_lezer;
grant insert on logboek to financien_lezer;
