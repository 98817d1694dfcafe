-- What the werkgever and the klant do about a voordracht: its phase follows from these steps and from what its source
-- says. A step is never changed. No foreign key: the source may send its voordrachten anew, and the steps stay.
create table voordrachtstap (
  voordracht_id text not null,
  soort text not null check (soort in ('UITNODIGEN', 'AFWIJZEN', 'INSTEMMEN', 'INTREKKEN')),
  reden text check (reden in ('VACATURE_VERVULD', 'ANDERE_KANDIDAAT', 'ERVARING_SLUIT_NIET_AAN', 'UREN_SLUITEN_NIET_AAN')),
  datum date not null,
  vastgelegd_op timestamptz not null,
  kvk text not null,
  klant_id text not null,
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  -- A werkgever reaches its own steps, not those of the klant.
  sleutel_kvk text generated always as (case when soort in ('UITNODIGEN', 'AFWIJZEN') then 'kvk/' || kvk end) stored,
  primary key (voordracht_id, soort),
  check ((reden is not null) = (soort = 'AFWIJZEN'))
);

-- What the source says, beside what follows.
alter table voordracht add column bronfase text;
update voordracht set bronfase = fase;
alter table voordracht
  alter column bronfase set not null,
  add check (bronfase in ('VOORGEDRAGEN', 'UITGENODIGD', 'GEPLAATST', 'GEEINDIGD'));

-- A step that ends a voordracht always counts, so that a conflict with the source shows less and not more.
create function fase_na(bronfase text, stappen text[]) returns text language sql immutable as $$
  select case
    when bronfase = 'GEEINDIGD' or stappen && array['AFWIJZEN', 'INTREKKEN'] then 'GEEINDIGD'
    when bronfase <> 'VOORGEDRAGEN' then bronfase
    when stappen @> array['UITNODIGEN', 'INSTEMMEN'] then 'UITGENODIGD'
    else 'VOORGEDRAGEN'
  end
$$;

-- Whoever writes a phase says what the source says; what stands there is derived.
create function herleid_fase() returns trigger language plpgsql as $$
declare
  stappen text[];
  laatste date;
begin
  new.bronfase := new.fase;
  select array_agg(s.soort), max(s.datum) into stappen, laatste from voordrachtstap s where s.voordracht_id = new.id;
  if stappen is null then return new; end if;
  new.fase := fase_na(new.bronfase, stappen);
  if new.fase <> new.bronfase then
    new.fase_sinds := greatest(new.fase_sinds, laatste);
    new.volgende_stap := case new.fase when 'UITGENODIGD' then 'Kennismaking' end;
  elsif new.fase = 'VOORGEDRAGEN' and 'UITNODIGEN' = any (stappen) then
    new.volgende_stap := 'Instemming van de kandidaat';
  end if;
  return new;
end $$;
create trigger fase_uit_stappen before insert or update of fase on voordracht
  for each row execute function herleid_fase();

-- Takes a step only where it fits. The row of the voordracht is locked first, so that of two at the same moment the
-- second sees what the first did. What does not fit leaves no row: why is for whoever asked to look up.
create function neem_stap() returns trigger language plpgsql security definer set search_path from current as $$
declare
  v voordracht;
begin
  select * into v from voordracht where id = new.voordracht_id for update;
  if not found
    or exists (select from voordrachtstap s where s.voordracht_id = v.id and s.soort = new.soort)
    or v.fase in ('GEPLAATST', 'GEEINDIGD')
    or new.soort in ('UITNODIGEN', 'INSTEMMEN') and v.fase <> 'VOORGEDRAGEN'
  then
    return null;
  end if;
  new.kvk := v.kvk;
  new.klant_id := v.klant_id;
  new.verantwoordelijke := v.verantwoordelijke;
  new.datum := coalesce(nullif(current_setting('keten.vandaag', true), '')::date, current_date);
  new.vastgelegd_op := clock_timestamp();
  return new;
end $$;
create trigger past before insert on voordrachtstap for each row execute function neem_stap();

create function volg_stap() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update voordracht set fase = bronfase where id = new.voordracht_id;
  return null;
end $$;
create trigger fase_volgt after insert on voordrachtstap for each row execute function volg_stap();
create trigger blijft_zo before update on voordrachtstap
  for each row execute function weiger('a step is what happened');
revoke execute on function neem_stap, volg_stap, herleid_fase, fase_na from public;

select begrens('voordrachtstap', bereikregel('voordrachtstap', 'klant.profiel', kvk => true));
-- Each side writes its own steps, and only its own: the werkgever of the voordracht, the klant it is about.
create policy eigen_stap on voordrachtstap for insert to vacatures_lezer with check (
  soort in ('UITNODIGEN', 'AFWIJZEN')
    and 'kvk/' || kvk = any (string_to_array((select current_setting('keten.bereik_voordracht_uitnodiging', true)), ','))
  or soort in ('INSTEMMEN', 'INTREKKEN')
    and 'klant/' || klant_id = any (string_to_array((select current_setting('keten.bereik_voordracht_instemming', true)), ',')));
grant insert (voordracht_id, soort, reden) on voordrachtstap to vacatures_lezer;

-- What comes with the name, in the same phases.
alter table kandidaat_naam
  add column telefoonnummer text check (telefoonnummer ~ '^[0-9]{10}$'),
  add column emailadres text check (emailadres ~ '^[^@ ]+@[^@ ]+$'),
  add column opleiding text check (opleiding <> ''),
  add column werkervaring text check (werkervaring <> '');
