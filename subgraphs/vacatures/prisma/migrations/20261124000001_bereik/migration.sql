-- Row-level security of every table of persons by klantsleutel.

select begrens('voordracht', bereikregel('voordracht', 'klant.profiel', kvk => true));
select begrens('plaatsing', bereikregel('plaatsing', 'klant.profiel', kvk => true));

-- A werkgever sees of whom is presented what work they look for, until the voordracht has ended.
select begrens('profiel', bereikregel('profiel', 'klant.profiel') || $$
  or (
    select is_te_tonen(v.klant_id, (select nullif(current_setting('keten.vandaag', true), '')::date)) from voordracht v
    where v.klant_id = profiel.klant_id and v.verantwoordelijke = profiel.verantwoordelijke and v.fase <> 'GEEINDIGD'
      and v.sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
    limit 1)$$);
select begrens('profiel_beroep', '(select true from profiel p where p.klant_id = profiel_beroep.klant_id limit 1)');

-- The name comes with the invitation: not before, and not after the end.
select begrens('kandidaat_naam', bereikregel('kandidaat_naam', 'klant.contact', kvk => true, als_te_tonen => true) || $$
  and (
    select true from voordracht v
    where v.id = kandidaat_naam.voordracht_id and v.kvk = kandidaat_naam.kvk
      and v.fase in ('UITGENODIGD', 'GEPLAATST')
    limit 1)$$);
