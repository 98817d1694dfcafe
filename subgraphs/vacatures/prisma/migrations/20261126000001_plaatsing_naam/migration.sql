-- Who was placed stands apart from the plaatsing, as the name of a kandidaat does from the voordracht: it has a data group
-- of its own, ends with the plaatsing, and is not told of whom is afgeschermd. Kept from the plaatsing, whose own column
-- the serving role cannot read.
create table plaatsing_naam (
  plaatsing_id text primary key,
  kvk text not null,
  klant_id text not null,
  naam text not null,
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  sleutel_kvk text not null generated always as ('kvk/' || kvk) stored
);
insert into plaatsing_naam select id, kvk, klant_id, naam, verantwoordelijke from plaatsing;

create function volg_naam() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from plaatsing_naam n using oud where n.plaatsing_id = oud.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into plaatsing_naam select id, kvk, klant_id, naam, verantwoordelijke from nieuw;
  end if;
  return null;
end $$;
create trigger naam_erbij after insert on plaatsing referencing new table as nieuw
  for each statement execute function volg_naam();
create trigger naam_anders after update on plaatsing referencing old table as oud new table as nieuw
  for each statement execute function volg_naam();
create trigger naam_eraf after delete on plaatsing referencing old table as oud
  for each statement execute function volg_naam();
revoke execute on function volg_naam from public;

select begrens('plaatsing_naam', bereikregel('plaatsing_naam', 'klant.contact', kvk => true, als_te_tonen => true) || $$
  and (
    select true from plaatsing p
    where p.id = plaatsing_naam.plaatsing_id and p.kvk = plaatsing_naam.kvk
      and (p.einde is null or (select nullif(current_setting('keten.vandaag', true), '')::date) <= p.einde)
    limit 1)$$);

revoke select on plaatsing from vacatures_lezer;
grant select (id, kvk, voordracht_id, klant_id, soort, begin, einde, uren, verantwoordelijke, sleutel_kvk)
  on plaatsing to vacatures_lezer;
