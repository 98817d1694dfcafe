-- What is counted of the tables of vacatures.

-- Counts per gemeente and month, so that no question counts persons. Kept by the statements that change what is
-- counted, and equal to a recount after each; a count of nothing has no row.
create table wspmaand (
  gemeente text not null check (gemeente ~ '^GM[0-9]{4}$'),
  maand text not null check (maand ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  soort text not null check (soort in ('BENADERD', 'GEOPEND', 'GESLOTEN', 'GEPLAATST', 'PROEF')),
  aantal bigint not null check (aantal >= 0),
  primary key (gemeente, maand, soort)
);
create index wspmaand_leeg on wspmaand (gemeente) where aantal = 0;

-- The argument is a query for gemeente, day and soort of the rows of %s: the rows that came or those that went.
create function tel_wspmaand() returns trigger language plpgsql as $$
declare
  per_maand constant text := $q$(
    select gemeente, to_char(dag, 'YYYY-MM') as maand, soort, count(*) as aantal
    from (%s) as bron (gemeente, dag, soort) where dag is not null group by 1, 2, 3 order by 1, 2, 3
  )$q$;
begin
  if tg_op <> 'DELETE' then
    execute 'insert into wspmaand (gemeente, maand, soort, aantal) '
      || format(per_maand, format(tg_argv[0], 'nieuw'))
      || ' on conflict (gemeente, maand, soort) do update set aantal = wspmaand.aantal + excluded.aantal';
  end if;
  if tg_op <> 'INSERT' then
    execute 'update wspmaand m set aantal = m.aantal - af.aantal from '
      || format(per_maand, format(tg_argv[0], 'oud'))
      || ' as af where (m.gemeente, m.maand, m.soort) = (af.gemeente, af.maand, af.soort)';
    delete from wspmaand where aantal = 0;
  end if;
  return null;
end $$;

-- Places of a vacature that are taken by a plaatsing: who may see the vacature may not always see the plaatsingen.
create table bezetting (
  vacature_id text primary key references vacature (id),
  kvk text not null,
  aantal bigint not null check (aantal >= 0),
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored
);
create index bezetting_leeg on bezetting (vacature_id) where aantal = 0;

create function tel_bezetting() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into bezetting (vacature_id, kvk, aantal)
      select v.vacature_id, v.kvk, count(*) from nieuw p join voordracht v on v.id = p.voordracht_id
      group by 1, 2 order by 1
      on conflict (vacature_id) do update set aantal = bezetting.aantal + excluded.aantal;
  end if;
  if tg_op <> 'INSERT' then
    update bezetting b set aantal = b.aantal - af.aantal
      from (
        select v.vacature_id, count(*) as aantal from oud p join voordracht v on v.id = p.voordracht_id group by 1
      ) as af
      where b.vacature_id = af.vacature_id;
    delete from bezetting where aantal = 0;
  end if;
  return null;
end $$;

do $$
declare
  tabel text;
  telling text;
begin
  for tabel, telling in values
    ('benadering', $q$ select gemeente, datum, 'BENADERD' from %s $q$),
    ('vacature', $q$
      select gemeente, geopend_op, 'GEOPEND' from %1$s union all select gemeente, gesloten_op, 'GESLOTEN' from %1$s
    $q$),
    ('plaatsing', $q$
      select verantwoordelijke, begin, case soort when 'PROEFPLAATSING' then 'PROEF' else 'GEPLAATST' end from %s
    $q$)
  loop
    execute format(
      'create trigger tel_erbij after insert on %I referencing new table as nieuw
       for each statement execute function tel_wspmaand(%L)', tabel, telling);
    execute format(
      'create trigger tel_over after update on %I referencing old table as oud new table as nieuw
       for each statement execute function tel_wspmaand(%L)', tabel, telling);
    execute format(
      'create trigger tel_af after delete on %I referencing old table as oud
       for each statement execute function tel_wspmaand(%L)', tabel, telling);
    execute format(
      'create trigger blijft_geteld before truncate on %I
       for each statement execute function weiger(''its rows are counted, so delete them'')', tabel);
  end loop;
end
$$;

create trigger bezet_erbij after insert on plaatsing referencing new table as nieuw
  for each statement execute function tel_bezetting();
create trigger bezet_over after update on plaatsing referencing old table as oud new table as nieuw
  for each statement execute function tel_bezetting();
create trigger bezet_af after delete on plaatsing referencing old table as oud
  for each statement execute function tel_bezetting();

alter table wspmaand enable row level security;
alter table wspmaand force row level security;
alter table bezetting enable row level security;
alter table bezetting force row level security;
create policy beheer on wspmaand to vacatures_eigenaar using (true) with check (true);
create policy beheer on bezetting to vacatures_eigenaar using (true) with check (true);
create policy bereik on wspmaand for select to vacatures_lezer
  using (gemeente = any (string_to_array((select current_setting('keten.bereik_sturing', true)), ',')));
create policy bereik on bezetting for select to vacatures_lezer
  using (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_vacature_beheer', true)), ',')));
grant select on wspmaand, bezetting to vacatures_lezer;
