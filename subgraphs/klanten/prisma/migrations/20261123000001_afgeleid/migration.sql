-- What is kept beside the rows it follows from, by statement triggers in the same transaction: the counts of a
-- month, so that a stand costs months and not klanten, and the work that is open, so that a page of it costs a page.

create function weiger_wijziging() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % is never changed: a correction is another row', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

-- Counts of one month: the month in which they took effect and the month in which they were known.
-- aantal has the sign it has in the stand; a row that reaches 0 is deleted.
create table maandmutatie (
  gemeente text not null references gemeente (code),
  uitsplitsing text not null check (uitsplitsing in ('TOTAAL', 'LEEFVORM')),
  waarde text not null,
  geldig_maand text not null,
  verwerkt_maand text not null,
  soort text not null check (soort in ('INSTROOM', 'UITSTROOM', 'ADMINISTRATIEF', 'OP_TREDE_BEGIN', 'OP_TREDE_EIND')),
  aantal bigint not null,
  primary key (gemeente, uitsplitsing, waarde, geldig_maand, verwerkt_maand, soort),
  check ((uitsplitsing = 'TOTAAL') = (waarde = ''))
);
create index maandmutatie_nul on maandmutatie (gemeente) where aantal = 0;

create function tel_mutaties() returns trigger language plpgsql as $$
declare
  teken constant integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into maandmutatie as m
    (gemeente, uitsplitsing, waarde, geldig_maand, verwerkt_maand, soort, aantal)
  select r.verantwoordelijke, u.uitsplitsing, u.waarde,
    to_char(r.geldig_op, 'YYYY-MM'), to_char(r.verwerkt_op, 'YYYY-MM'), r.soort, teken * sum(r.aantal)
  from rijen r
  cross join lateral (values ('TOTAAL', ''), ('LEEFVORM', r.leefvorm)) as u (uitsplitsing, waarde)
  group by 1, 2, 3, 4, 5, 6
  -- In one order everywhere, so that two transactions wait for each other and never both.
  order by 1, 2, 3, 4, 5, 6
  on conflict (gemeente, uitsplitsing, waarde, geldig_maand, verwerkt_maand, soort)
    do update set aantal = m.aantal + excluded.aantal;
  delete from maandmutatie where aantal = 0;
  return null;
end
$$;
create trigger tel_erbij after insert on mutatie
  referencing new table as rijen for each statement execute function tel_mutaties();
create trigger tel_eraf after delete on mutatie
  referencing old table as rijen for each statement execute function tel_mutaties();
create trigger weiger before update or truncate on mutatie
  for each statement execute function weiger_wijziging();

-- Hoofdontvangers on a trede: one more in the month in which an indeling begins, one less in which it ends.
create function tel_indelingen() returns trigger language plpgsql as $$
declare
  teken constant integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into maandmutatie as m
    (gemeente, uitsplitsing, waarde, geldig_maand, verwerkt_maand, soort, aantal)
  select r.verantwoordelijke, 'TOTAAL', '',
    to_char(s.dag, 'YYYY-MM'), to_char(r.verwerkt_op, 'YYYY-MM'), s.soort, teken * sum(s.aantal)
  from rijen r
  cross join lateral (
    values ('OP_TREDE_BEGIN', r.geldig_van, 1), ('OP_TREDE_EIND', r.geldig_tot, -1)
  ) as s (soort, dag, aantal)
  where r.stelsel = 'TREDE' and r.hoofdontvanger and s.dag is not null
  group by 1, 4, 5, 6
  order by 1, 4, 5, 6
  on conflict (gemeente, uitsplitsing, waarde, geldig_maand, verwerkt_maand, soort)
    do update set aantal = m.aantal + excluded.aantal;
  delete from maandmutatie where aantal = 0;
  return null;
end
$$;
create trigger tel_erbij after insert on indeling
  referencing new table as rijen for each statement execute function tel_indelingen();
create trigger tel_eraf after delete on indeling
  referencing old table as rijen for each statement execute function tel_indelingen();
create trigger weiger before update or truncate on indeling
  for each statement execute function weiger_wijziging();

-- Open taken and aanvragen under every sleutel that reaches them, in the order in which they are due.
create table werklijst (
  sleutel text not null,
  soort text not null check (soort in ('TAAK', 'AANVRAAG')),
  uiterlijk date not null,
  id text not null,
  klant_id text not null,
  verantwoordelijke text not null,
  geldig_van date not null,
  geldig_tot date,
  primary key (sleutel, soort, uiterlijk, id, geldig_van) include (klant_id, verantwoordelijke, geldig_tot)
);
create index werklijst_klant on werklijst (klant_id);

-- What the werklijst of these klanten is, from the rows it follows from.
create function werk_van(klanten text[]) returns setof werklijst language sql stable as $$
  select s.sleutel, w.soort, w.uiterlijk, w.id, b.klant_id, b.verantwoordelijke, b.geldig_van, b.geldig_tot
  from (
    select 'TAAK' as soort, id, klant_id, verantwoordelijke, uiterlijk
    from taak where klaar_op is null and klant_id = any (klanten)
    union all
    select 'AANVRAAG', id, klant_id, verantwoordelijke, uiterlijk
    from aanvraag where afgehandeld_op is null and klant_id = any (klanten)
  ) w
  join klantbereik b on b.klant_id = w.klant_id and b.verantwoordelijke = w.verantwoordelijke
  cross join lateral (values (b.sleutel_gemeente), (b.sleutel_regie)) as s (sleutel)
  where s.sleutel is not null
$$;

create function herleid_werklijst() returns trigger language plpgsql as $$
declare
  klanten constant text[] := array(select distinct klant_id from rijen order by klant_id);
begin
  -- One transaction at a time for each klant: each then sees what the other left.
  perform from klant where id = any (klanten) order by id for no key update;
  delete from werklijst where klant_id = any (klanten);
  insert into werklijst select * from werk_van(klanten);
  return null;
end
$$;
do $$
declare
  tabel text;
begin
  foreach tabel in array array['taak', 'aanvraag', 'klantbereik'] loop
    execute format('create trigger werklijst_erbij after insert on %I
      referencing new table as rijen for each statement execute function herleid_werklijst()', tabel);
    execute format('create trigger werklijst_eraf after delete on %I
      referencing old table as rijen for each statement execute function herleid_werklijst()', tabel);
    execute format('create trigger werklijst_anders after update on %I
      referencing new table as rijen for each statement execute function herleid_werklijst()', tabel);
    execute format('create trigger weiger_leegmaken before truncate on %I
      for each statement execute function weiger_wijziging()', tabel);
  end loop;
end
$$;
create trigger weiger before update of id, klant_id, soort, uiterlijk, grondslag, verantwoordelijke on taak
  for each statement execute function weiger_wijziging();
create trigger weiger before update of id, klant_id, melding_id, ingediend_op, hersteltermijn, dagen_opgeschort,
    is_verlengd, uiterlijk, voorschot_cent, voorschot_op, verantwoordelijke on aanvraag
  for each statement execute function weiger_wijziging();
create trigger weiger before update of klant_id, verantwoordelijke on klantbereik
  for each statement execute function weiger_wijziging();

alter table maandmutatie enable row level security;
alter table maandmutatie force row level security;
alter table werklijst enable row level security;
alter table werklijst force row level security;
create policy beheer on maandmutatie to klanten_eigenaar using (true) with check (true);
create policy beheer on werklijst to klanten_eigenaar using (true) with check (true);
create policy bereik on maandmutatie for select to klanten_lezer using (
  (uitsplitsing = 'TOTAAL'
    and gemeente = any (string_to_array((select current_setting('keten.bereik_sturing', true)), ',')))
  or gemeente = any (string_to_array((select current_setting('keten.bereik_sturing_uitsplitsing', true)), ',')));
create policy bereik on werklijst for select to klanten_lezer using (
  sleutel = any (string_to_array((select current_setting('keten.bereik_klant_dossier', true)), ','))
  and geldig_van <= (select nullif(current_setting('keten.vandaag', true), '')::date)
  and (geldig_tot is null or (select nullif(current_setting('keten.vandaag', true), '')::date) < geldig_tot));

grant select on maandmutatie, werklijst to klanten_lezer;
