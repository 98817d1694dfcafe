-- With the last day of its plaatsing a voordracht has ended: the werkgever keeps the record that it was, and sees nobody
-- in it any more.

-- The phase of a voordracht on a day, of what stands in its row. It looks with the eyes of the owner, because who may see
-- a name may not always see the plaatsing, and says no more than the phase. One that is said to be placed and has no
-- plaatsing has ended, so that a source that does not fit shows less and not more.
create function fase_op(voordracht text, fase text, vandaag date) returns text
  language sql stable security definer set search_path from current as $$
  select case
    when fase = 'GEPLAATST' and not exists (
      select from plaatsing p where p.voordracht_id = voordracht and (p.einde is null or vandaag <= p.einde))
    then 'GEEINDIGD'
    else fase
  end
$$;
revoke execute on function fase_op from public;
grant execute on function fase_op to vacatures_lezer;

select begrens('profiel', bereikregel('profiel', 'klant.profiel') || $$
  or (
    select is_te_tonen(v.klant_id, (select nullif(current_setting('keten.vandaag', true), '')::date)) from voordracht v
    where v.klant_id = profiel.klant_id and v.verantwoordelijke = profiel.verantwoordelijke
      and v.sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
      and fase_op(v.id, v.fase, (select nullif(current_setting('keten.vandaag', true), '')::date)) <> 'GEEINDIGD'
    limit 1)$$);
select begrens('kandidaat_naam', bereikregel('kandidaat_naam', 'klant.contact', kvk => true, als_te_tonen => true) || $$
  and (
    select true from voordracht v
    where v.id = kandidaat_naam.voordracht_id and v.kvk = kandidaat_naam.kvk
      and fase_op(v.id, v.fase, (select nullif(current_setting('keten.vandaag', true), '')::date))
        in ('UITGENODIGD', 'GEPLAATST')
    limit 1)$$);
