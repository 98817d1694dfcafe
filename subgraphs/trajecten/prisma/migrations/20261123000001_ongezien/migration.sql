-- Who is unseen, kept beside the rows it follows from by statement triggers in the same transaction, so that a page of
-- them costs a page on every day. It takes the place of `loopt`, which said only what runs: a page then read past
-- everybody for whom something does.

-- A day is a leaf of a binary tree over 2^15 days from 1 January 2013 on; what lies before or after counts with the first
-- or the last. Its knopen are numbered from the top: below knoop n are 2n and 2n + 1, and the first day is 2^15. A stretch
-- of days is the few knopen below which are its days and no other: mostly one, for who was unseen at the first day already
-- and for whom nothing is planned. A day is below 16 knopen, itself the first.
create function dagnummer(dag date) returns integer language sql immutable strict parallel safe as $$
  select (1 << 15) + least(greatest(dag - date '2013-01-01', 0), 1 << 15)
$$;

create function knopen_op(dag date) returns integer[] language plpgsql immutable strict parallel safe as $$
begin
  if dag < date '2013-01-01' then
    raise exception 'who is unseen is kept from 1 January 2013 on' using errcode = 'datetime_field_overflow';
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

-- Under every sleutel that reaches them, the klanten for whom nothing runs on the days below a knoop, nor for their
-- partner. What runs for whom is not told: a regisseur who may not see the partner of a klant may know only whether
-- that partner is seen to.
create table ongezien (
  sleutel text not null,
  knoop integer not null,
  klant_id text not null,
  primary key (sleutel, knoop, klant_id)
);
create index ongezien_klant on ongezien (klant_id);

-- Where these klanten are unseen, from the rows it follows from: the days on which a row of klantbereik counts, less
-- those on which a traject, a loonkostensubsidie or work in part-time runs for the klant or for the partner.
create function ongezien_van(klanten text[]) returns setof ongezien language sql stable as $$
  select o.sleutel, k.knoop, o.klant_id
  from (
    select s.sleutel, b.klant_id, range_agg(vrij.dagen) as dagen
    from klantbereik b
    cross join lateral (
      select datemultirange(daterange(b.geldig_van, b.geldig_tot)) - coalesce(range_agg(l.dagen), '{}') as dagen
      from (
        select daterange(begin, einde, '[]') as dagen
        from traject where status = 'LOPEND' and klant_id = any (array[b.klant_id, b.partner_id])
        union all
        select daterange(datum_start, datum_einde, '[]') from voorziening
        where soort in ('LOONKOSTENSUBSIDIE', 'DEELTIJDWERK') and klant_id = any (array[b.klant_id, b.partner_id])
      ) as l
    ) as vrij
    cross join lateral (values (b.sleutel_gemeente), (b.sleutel_regie)) as s (sleutel)
    where b.klant_id = any (klanten) and s.sleutel is not null
    group by 1, 2
  ) as o
  cross join lateral unnest(o.dagen) as d (dagen)
  cross join lateral knopen_van(d.dagen) as k (knoop)
$$;

create function herleid_ongezien() returns trigger language plpgsql as $$
declare
  geraakt text[] := '{}';
  klanten text[];
begin
  if tg_op <> 'DELETE' then geraakt := array(select klant_id from nieuw); end if;
  if tg_op <> 'INSERT' then geraakt := geraakt || array(select klant_id from oud); end if;
  -- One transaction at a time, so that each sees what the other left; who reads does not wait.
  lock table ongezien in share row exclusive mode;
  klanten := array(
    select unnest(geraakt) union select klant_id from klantbereik where partner_id = any (geraakt));
  with stand as materialized (
    select * from ongezien_van(klanten)
  ), weg as (
    delete from ongezien o
    where o.klant_id = any (klanten)
      and not exists (select from stand s where (s.sleutel, s.knoop, s.klant_id) = (o.sleutel, o.knoop, o.klant_id))
  )
  insert into ongezien select * from stand on conflict do nothing;
  return null;
end
$$;

drop trigger loopt_erbij on traject;
drop trigger loopt_anders on traject;
drop trigger loopt_eraf on traject;
drop trigger loopt_erbij on voorziening;
drop trigger loopt_anders on voorziening;
drop trigger loopt_eraf on voorziening;
drop function herleid_loopt();
drop function looptijd_van(text[]);
drop table loopt;

do $$
declare
  tabel text;
begin
  foreach tabel in array array['klantbereik', 'traject', 'voorziening'] loop
    execute format('create trigger ongezien_erbij after insert on %I
      referencing new table as nieuw for each statement execute function herleid_ongezien()', tabel);
    execute format('create trigger ongezien_anders after update on %I
      referencing old table as oud new table as nieuw for each statement execute function herleid_ongezien()', tabel);
    execute format('create trigger ongezien_eraf after delete on %I
      referencing old table as oud for each statement execute function herleid_ongezien()', tabel);
  end loop;
end
$$;
create trigger weiger before truncate on klantbereik for each statement execute function weiger_leegmaken();

insert into ongezien select * from ongezien_van(array(select distinct klant_id from klantbereik));

alter table ongezien enable row level security;
alter table ongezien force row level security;
create policy beheer on ongezien to trajecten_eigenaar using (true) with check (true);
-- Settings are read in a subselect, so once for each statement and not once for each row.
create policy bereik on ongezien for select to trajecten_lezer using (
  sleutel = any (string_to_array((select current_setting('keten.bereik_traject', true)), ','))
  and knoop = any ((select knopen_op(nullif(current_setting('keten.vandaag', true), '')::date))::integer[]));

grant select on ongezien to trajecten_lezer;
