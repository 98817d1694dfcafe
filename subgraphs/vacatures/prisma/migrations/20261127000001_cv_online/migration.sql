-- CV-online: what work somebody looks for, for werkgevers to whom nobody was presented, where the gemeente lets them.

-- As in the other subgraphs, and one sleutel more: `cv/GM0626`, on the days on which the gemeente has the klant and the
-- klant is not afgeschermd. Whether the gemeente lets werkgevers look is for who makes the scope: it is not known here.
create or replace function sleutels_van(klanten text[]) returns setof klantsleutel
  language sql stable set search_path from current as $$
  with bereik as (
    select *, daterange(geldig_van, geldig_tot) as dagen from klantbereik where klant_id = any (klanten)
  ), gegeven as (
    select b.klant_id, b.verantwoordelijke, s.sleutel, b.dagen
    from bereik b cross join lateral (values
      (b.verantwoordelijke),
      ('cv/' || b.verantwoordelijke),
      (b.verantwoordelijke || '/' || b.medewerker),
      (b.verantwoordelijke || '/team/' || b.team),
      (b.verantwoordelijke || '/vervanging/' || b.vervanger)) as s (sleutel)
    where not b.afgeschermd and s.sleutel is not null
    union all
    select klant_id, verantwoordelijke, 'afgeschermd/' || verantwoordelijke, dagen from bereik where afgeschermd
    union all
    select klant_id, verantwoordelijke, 'klant/' || klant_id, daterange('-infinity', bewaren_tot) from bereik
    union all
    select p.klant_id, p.verantwoordelijke,
      'partij/' || p.organisatie || '/' || p.taak || '/' || p.verantwoordelijke || coalesce('/' || p.medewerker, ''),
      b.dagen * daterange(p.geldig_van, p.geldig_tot)
    from klantpartij p join bereik b using (klant_id, verantwoordelijke) where not b.afgeschermd
  )
  select g.klant_id, g.verantwoordelijke, g.sleutel, lower(d.dagen), upper(d.dagen)
  from (
    select klant_id, verantwoordelijke, sleutel, range_agg(dagen) as alle from gegeven group by 1, 2, 3
  ) as g
  cross join lateral unnest(g.alle) as d (dagen)
$$;
insert into klantsleutel select * from sleutels_van(array(select distinct klant_id from klantbereik)) on conflict do nothing;

-- A page of a gemeente, in the order of the key.
create index profiel_lijst on profiel (verantwoordelijke, klant_id);

-- Beside the policy for who reaches the whole profiel: the beroepen follow the profiel.
do $$
begin
  execute format('create policy cv_online on profiel for select to %I using (%s)',
    current_schema() || '_lezer', bereikregel('profiel', 'klant.zoekprofiel'));
end
$$;
