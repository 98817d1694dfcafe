-- Who is in reach is from now on what klantbereik says: also of the tables that were there before it.

-- Who he is, is in reach of everyone whom a row of klantbereik, by its own policy, lets reach him.
drop policy bereik on klant;
create policy bereik on klant for select to klanten_lezer
  using (exists (select from klantbereik b where b.klant_id = klant.id offset 0));

drop policy bereik on huishouden;
create policy bereik on huishouden for select to klanten_lezer
  using (exists (select from klant k where k.huishouden_id = huishouden.id offset 0));

-- Rows of a person, as before; without `offset 0` the question may be answered for all who are in reach at once.
do $$
declare
  tabel text;
  groep text;
begin
  for tabel, groep in values
    ('rechthebbende', 'klant_dossier'), ('regie', 'klant_dossier'), ('indeling', 'klant_dossier'),
    ('melding', 'klant_dossier'), ('poortgesprek', 'klant_dossier'), ('aanvraag', 'klant_dossier'),
    ('beschikking', 'klant_dossier'), ('taak', 'klant_dossier'), ('bezwaar', 'bezwaar')
  loop
    execute format('drop policy bereik on %I', tabel);
    execute format(
      'create policy bereik on %1$I for select to klanten_lezer using (exists (
         select from klantbereik b
         where b.klant_id = %1$I.klant_id and b.verantwoordelijke = %1$I.verantwoordelijke
           and (b.sleutel_gemeente = any (string_to_array((select current_setting(%2$L, true)), '',''))
             or b.sleutel_regie = any (string_to_array((select current_setting(%2$L, true)), '',''))
             or b.sleutel_klant = any (string_to_array((select current_setting(%2$L, true)), '','')))
         offset 0))',
      tabel, 'keten.bereik_' || groep);
  end loop;
end
$$;

-- An uitkering of two is in reach when one of them is.
drop policy bereik on uitkering;
create policy bereik on uitkering for select to klanten_lezer
  using (exists (select from rechthebbende r where r.uitkering_id = uitkering.id offset 0));

-- What belongs to a melding or an aanvraag is of the same klant and gemeente, and so in reach together.
alter table melding add unique (id, klant_id, verantwoordelijke);
alter table aanvraag add unique (id, klant_id, verantwoordelijke);
alter table poortgesprek
  drop constraint poortgesprek_melding_id_fkey,
  add foreign key (melding_id, klant_id, verantwoordelijke) references melding (id, klant_id, verantwoordelijke);
alter table aanvraag
  drop constraint aanvraag_melding_id_fkey,
  add foreign key (melding_id, klant_id, verantwoordelijke) references melding (id, klant_id, verantwoordelijke);
alter table beschikking
  drop constraint beschikking_aanvraag_id_fkey,
  add foreign key (aanvraag_id, klant_id, verantwoordelijke) references aanvraag (id, klant_id, verantwoordelijke);
alter table bezwaar
  drop constraint bezwaar_aanvraag_id_fkey,
  add foreign key (aanvraag_id, klant_id, verantwoordelijke) references aanvraag (id, klant_id, verantwoordelijke);
