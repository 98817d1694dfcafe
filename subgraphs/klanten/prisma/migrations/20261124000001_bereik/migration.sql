-- Row-level security of every table of persons by klantsleutel, and the werklijst with it.

-- Who he is, is in reach of everyone whom a sleutel, of whichever gemeente, lets reach him.
select begrens('klant', '(select true from klantsleutel s where s.klant_id = klant.id limit 1)');
select begrens('huishouden', '(select true from klant k where k.huishouden_id = huishouden.id limit 1)');

select begrens(tabel, bereikregel(tabel, groep)) from (values
  ('rechthebbende', 'klant.dossier'), ('regie', 'klant.dossier'), ('indeling', 'klant.dossier'),
  ('melding', 'klant.dossier'), ('poortgesprek', 'klant.dossier'), ('aanvraag', 'klant.dossier'),
  ('beschikking', 'klant.dossier'), ('taak', 'klant.dossier'), ('bezwaar', 'bezwaar')) as t (tabel, groep);

-- An uitkering of two is in reach when one of them is.
select begrens('uitkering', '(select true from rechthebbende r where r.uitkering_id = uitkering.id limit 1)');

-- The werklijst has open work under every sleutel that reaches it on some day, except that of the klant himself.
create or replace function werk_van(klanten text[]) returns setof werklijst language sql stable as $$
  select s.sleutel, w.soort, w.uiterlijk, w.id, s.klant_id, s.verantwoordelijke, s.geldig_van, s.geldig_tot
  from (
    select 'TAAK' as soort, id, klant_id, verantwoordelijke, uiterlijk
    from taak where klaar_op is null and klant_id = any (klanten)
    union all
    select 'AANVRAAG', id, klant_id, verantwoordelijke, uiterlijk
    from aanvraag where afgehandeld_op is null and klant_id = any (klanten)
  ) w
  join klantsleutel s on s.klant_id = w.klant_id and s.verantwoordelijke = w.verantwoordelijke
  where s.sleutel not like 'klant/%'
$$;
drop trigger werklijst_erbij on klantbereik;
drop trigger werklijst_eraf on klantbereik;
drop trigger werklijst_anders on klantbereik;
create trigger werklijst_erbij after insert on klantsleutel
  referencing new table as rijen for each statement execute function herleid_werklijst();
create trigger werklijst_eraf after delete on klantsleutel
  referencing old table as rijen for each statement execute function herleid_werklijst();
-- Its rows came from columns that are gone.
delete from werklijst;
insert into werklijst select * from werk_van(array(select distinct klant_id from klantbereik));
