-- The use of noodtoegang, week by week (ISO 8601, Amsterdam), for who must review it: of how many people of a gemeente,
-- on which ground, and in which traces. A question that found nobody counts too. About whom it was is not said here, and
-- who asked is not in the logboek: a trace is what joins it to a record of that. For the owner; the serving role cannot
-- read the logboek. The same bytes in every subgraph.
create view noodtoegang_week as
select
  to_char(to_timestamp(l.start_time / 1000.0) at time zone 'Europe/Amsterdam', 'IYYY-"W"IW') as week,
  p.gemeente,
  l.reden,
  l.verwerkingsactiviteit,
  count(distinct l.trace_id) as vragen,
  count(distinct p.betrokkene) as personen,
  array_agg(distinct l.trace_id order by l.trace_id) as traces
from logboek l
left join lateral unnest(l.betrokkenen, l.verantwoordelijken) as p (betrokkene, gemeente) on true
where starts_with(l.reden, 'NOODTOEGANG_')
group by 1, 2, 3, 4;
