-- Who is afgeschermd keeps out of sight of a werkgever as well: not by name, and not by what work is looked for. What
-- stays is the record of the werkgever itself: that there was a voordracht, that somebody works there.

-- Whether a klant may be told of to a werkgever on a day. A werkgever reaches no row of klantbereik, so this looks with
-- the eyes of the owner and says no more than yes or no. What was last known counts, also after the end: a klant who
-- found work is no longer in reach of a gemeente, and is still a colleague. Without a row nothing may be told.
create function is_te_tonen(klant text, vandaag date) returns boolean
  language sql stable security definer set search_path from current as $$
  select coalesce(
    (select not b.afgeschermd from klantbereik b where b.klant_id = klant and b.geldig_van <= vandaag
     order by b.geldig_van desc, b.afgeschermd desc limit 1),
    false)
$$;
revoke execute on function is_te_tonen from public;
grant execute on function is_te_tonen to vacatures_lezer;

alter policy bereik on profiel using (
  (
    select true from klantbereik b
    where b.klant_id = profiel.klant_id and b.verantwoordelijke = profiel.verantwoordelijke
      and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
        or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ',')))
    limit 1)
  or (
    select is_te_tonen(v.klant_id, (select nullif(current_setting('keten.vandaag', true), '')::date)) from voordracht v
    where v.klant_id = profiel.klant_id and v.verantwoordelijke = profiel.verantwoordelijke and v.fase <> 'GEEINDIGD'
      and v.sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_profiel', true)), ','))
    limit 1));

alter policy bereik on kandidaat_naam using (
  (sleutel_kvk = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ','))
      and is_te_tonen(klant_id, (select nullif(current_setting('keten.vandaag', true), '')::date))
  or (
    select true from klantbereik b
    where b.klant_id = kandidaat_naam.klant_id and b.verantwoordelijke = kandidaat_naam.verantwoordelijke
      and (b.sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ','))
        or b.sleutel_regie = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ','))
        or b.sleutel_klant = any (string_to_array((select current_setting('keten.bereik_klant_contact', true)), ',')))
    limit 1))
  and (
    select true from voordracht v
    where v.id = kandidaat_naam.voordracht_id and v.kvk = kandidaat_naam.kvk
      and v.fase in ('UITGENODIGD', 'GEPLAATST')
    limit 1));
