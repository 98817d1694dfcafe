-- Row-level security of every table of persons by klantsleutel, and who is unseen with it.

-- The aanbieder as the keten knows it; where it is an organisation of the keten, it is a party in the case.
alter table aanbieder add column organisatie text check (organisatie ~ '^[A-Z][A-Z0-9_]*$');

-- A party from outside reaches the trajecten that it carries out, and no other; and no voorzieningen.
select begrens('traject', bereikregel('traject', 'traject',
  uitvoerder => '(select a.organisatie from aanbieder a where a.id = traject.aanbieder_id)'));
select begrens('voorziening', bereikregel('voorziening', 'traject', uitvoerder => 'null'));
select begrens('loonwaardemeting', bereikregel('loonwaardemeting', 'klant.bijzonder'));

-- What a werkgever gets for somebody is told while that somebody may be told of.
select begrens('loonkostensubsidie', $$
  sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_werkgever_subsidie', true)), ','))
  and is_te_tonen(klant_id, (select nullif(current_setting('keten.vandaag', true), '')::date))$$);

-- The days on which a klant may be told of: those on which `is_te_tonen` says yes.
create function dagen_te_tonen(klant text) returns datemultirange language sql stable as $$
  select range_agg(daterange(van, tot)) filter (where not afgeschermd)
  from (
    select geldig_van as van, lead(geldig_van) over (order by geldig_van) as tot, bool_or(afgeschermd) as afgeschermd
    from klantbereik where klant_id = klant group by geldig_van
  ) as b
$$;

-- Where these klanten are unseen: the days on which a sleutel reaches them, less those on which a traject, a
-- loonkostensubsidie or work in part-time runs for the klant, or for a partner while that one may be told of. Not for
-- the klant himself, nor for a party of the case.
create or replace function ongezien_van(klanten text[]) returns setof ongezien
  language sql stable set search_path from current as $$
  select o.sleutel, k.knoop, o.klant_id
  from (
    select s.sleutel, s.klant_id,
      range_agg(datemultirange(daterange(s.geldig_van, s.geldig_tot)) * vrij.dagen) as dagen
    from klantbereik b
    cross join lateral (
      select datemultirange(daterange(b.geldig_van, b.geldig_tot))
        - coalesce(range_agg(l.dagen) filter (where l.klant_id = b.klant_id), '{}')
        - case when b.partner_id is null then '{}' else
            coalesce(range_agg(l.dagen) filter (where l.klant_id = b.partner_id), '{}')
            * coalesce(dagen_te_tonen(b.partner_id), '{}')
          end as dagen
      from (
        select klant_id, daterange(begin, einde, '[]') as dagen
        from traject where status = 'LOPEND' and klant_id = any (array[b.klant_id, b.partner_id])
        union all
        select klant_id, daterange(datum_start, datum_einde, '[]') from voorziening
        where soort in ('LOONKOSTENSUBSIDIE', 'DEELTIJDWERK') and klant_id = any (array[b.klant_id, b.partner_id])
      ) as l
    ) as vrij
    join klantsleutel s on s.klant_id = b.klant_id and s.verantwoordelijke = b.verantwoordelijke
    where b.klant_id = any (klanten) and s.sleutel not like 'klant/%' and s.sleutel not like 'partij/%'
    group by 1, 2
  ) as o
  cross join lateral unnest(o.dagen) as d (dagen)
  cross join lateral knopen_van(d.dagen) as k (knoop)
$$;
create trigger ongezien_erbij after insert on klantsleutel
  referencing new table as nieuw for each statement execute function herleid_ongezien();
create trigger ongezien_eraf after delete on klantsleutel
  referencing old table as oud for each statement execute function herleid_ongezien();
-- What it held came from columns that are gone.
delete from ongezien;
insert into ongezien select * from ongezien_van(array(select distinct klant_id from klantbereik));
