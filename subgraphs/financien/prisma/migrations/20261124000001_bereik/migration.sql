-- Row-level security of every table of persons by klantsleutel.

select begrens('vordering', bereikregel('vordering', 'financien.klant.stand'));

-- What a werkgever was paid for somebody is told while that somebody may be told of.
select begrens('subsidiebetaling', $$
  sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_werkgever_subsidie', true)), ','))
  and is_te_tonen(klant_id, (select nullif(current_setting('keten.vandaag', true), '')::date))$$);
