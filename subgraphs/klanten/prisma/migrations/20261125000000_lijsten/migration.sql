-- Lists of the day, kept beside klantsleutel by statement triggers in the same transaction. In klantsleutel, and in the
-- werklijst as it was, a page read past everybody who once was in reach and no longer is, and past who will be: a regisseur
-- with many former klanten paid for them. Here a row stands under its days, and a page of a day reads those of that day.

-- A day is a leaf of a binary tree over 2^15 days from 1 January 2013 on; what lies before or after counts with the first
-- or the last. Its knopen are numbered from the top: below knoop n are 2n and 2n + 1, and the first day is 2^15. A stretch
-- of days is the few knopen below which are its days and no other: mostly one, for who was in reach at the first day
-- already and stays. A day is below 16 knopen, itself the first. As in trajecten.
create function dagnummer(dag date) returns integer language sql immutable strict parallel safe as $$
  select (1 << 15) + least(greatest(dag, date '2013-01-01'), date '2013-01-01' + (1 << 15)) - date '2013-01-01'
$$;

create function knopen_op(dag date) returns integer[] language plpgsql immutable strict parallel safe as $$
begin
  if dag < date '2013-01-01' then
    raise exception 'lists are kept from 1 January 2013 on' using errcode = 'datetime_field_overflow';
  end if;
  return array(select least(dagnummer(dag), (1 << 16) - 1) >> hoogte from generate_series(0, 15) as h (hoogte));
end
$$;

create function knopen_van(dagen daterange) returns setof integer language plpgsql immutable parallel safe as $$
declare
  van integer := coalesce(dagnummer(lower(dagen)), 1 << 15);
  tot integer := coalesce(dagnummer(upper(dagen)), 1 << 16);
begin
  while van < tot loop
    if van % 2 = 1 then
      return next van;
      van := van + 1;
    end if;
    if tot % 2 = 1 then
      tot := tot - 1;
      return next tot;
    end if;
    van := van / 2;
    tot := tot / 2;
  end loop;
end
$$;

-- Who is in reach by a sleutel on the days below a knoop.
create table klantlijst (
  sleutel text not null,
  knoop integer not null,
  klant_id text not null,
  verantwoordelijke text not null,
  primary key (sleutel, knoop, klant_id, verantwoordelijke)
);

-- The days of a klant of a gemeente under one sleutel do not overlap, so each row has knopen of its own.
create function houd_klantlijst() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from klantlijst l
    using rijen r cross join lateral knopen_van(daterange(r.geldig_van, r.geldig_tot)) as k (knoop)
    where (l.sleutel, l.knoop, l.klant_id, l.verantwoordelijke) = (r.sleutel, k.knoop, r.klant_id, r.verantwoordelijke);
  else
    insert into klantlijst
    select r.sleutel, k.knoop, r.klant_id, r.verantwoordelijke
    from rijen r cross join lateral knopen_van(daterange(r.geldig_van, r.geldig_tot)) as k (knoop);
  end if;
  return null;
end
$$;
create trigger klantlijst_erbij after insert on klantsleutel
  referencing new table as rijen for each statement execute function houd_klantlijst();
create trigger klantlijst_eraf after delete on klantsleutel
  referencing old table as rijen for each statement execute function houd_klantlijst();
create trigger weiger before update or truncate on klantsleutel
  for each statement execute function weiger_wijziging();
insert into klantlijst
select s.sleutel, k.knoop, s.klant_id, s.verantwoordelijke
from klantsleutel s cross join lateral knopen_van(daterange(s.geldig_van, s.geldig_tot)) as k (knoop);

-- Open taken and aanvragen under every sleutel that reaches them on the days below a knoop, in the order in which they
-- are due. It takes the place of the table that had the days beside each other.
drop function werk_van(text[]);
drop table werklijst;
create table werklijst (
  sleutel text not null,
  soort text not null check (soort in ('TAAK', 'AANVRAAG')),
  knoop integer not null,
  uiterlijk date not null,
  id text not null,
  klant_id text not null,
  primary key (sleutel, soort, knoop, uiterlijk, id)
);
create index werklijst_klant on werklijst (klant_id);

-- What the werklijst of these klanten is, from the rows it follows from; not for the klant himself.
create function werk_van(klanten text[]) returns setof werklijst language sql stable as $$
  select s.sleutel, w.soort, k.knoop, w.uiterlijk, w.id, s.klant_id
  from (
    select 'TAAK' as soort, id, klant_id, verantwoordelijke, uiterlijk
    from taak where klaar_op is null and klant_id = any (klanten)
    union all
    select 'AANVRAAG', id, klant_id, verantwoordelijke, uiterlijk
    from aanvraag where afgehandeld_op is null and klant_id = any (klanten)
  ) w
  join klantsleutel s on s.klant_id = w.klant_id and s.verantwoordelijke = w.verantwoordelijke
  cross join lateral knopen_van(daterange(s.geldig_van, s.geldig_tot)) as k (knoop)
  where s.sleutel not like 'klant/%'
$$;
insert into werklijst select * from werk_van(array(select distinct klant_id from klantsleutel));

do $$
declare
  vandaag constant text :=
    $q$knoop = any ((select knopen_op(nullif(current_setting('keten.vandaag', true), '')::date))::integer[])$q$;
  sleutels constant text := $q$sleutel = any (string_to_array((select current_setting(%L, true)), ',')) and %s$q$;
begin
  perform begrens('klantlijst', format(sleutels, 'keten.bereik_personen', vandaag));
  perform begrens('werklijst', format(sleutels, 'keten.bereik_klant_dossier', vandaag));
end
$$;
