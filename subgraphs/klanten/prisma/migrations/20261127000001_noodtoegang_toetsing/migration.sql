-- Who reviews sees, within the scope of verantwoording.noodtoegang, that there was one, and not whose it was.
select begrens('noodtoegang',
  $$organisatie = any (string_to_array((select current_setting('keten.bereik_verantwoording_noodtoegang', true)), ','))$$);
create policy vastleggen on noodtoegang for insert to klanten_lezer with check (true);
revoke select on noodtoegang from klanten_lezer;
grant select (id, trace_id, organisatie, reden, personen, tijd) on noodtoegang to klanten_lezer;

-- What the second person said of it, once and for all.
create table noodtoegangoordeel (
  noodtoegang text primary key references noodtoegang on delete cascade,
  oordeel text not null check (oordeel in ('TERECHT', 'NIET_TERECHT')),
  toetser text not null,
  toetser_organisatie text not null,
  organisatie text not null,
  vastgelegd_op timestamptz not null
);

-- Nobody reviews what is his own: that leaves no row. A sub is of one medewerker within one organisation.
create function neem_oordeel() returns trigger language plpgsql security definer set search_path from current as $$
declare
  n noodtoegang;
begin
  select * into n from noodtoegang where id = new.noodtoegang;
  if not found or n.gebruiker = new.toetser and n.organisatie = new.toetser_organisatie then return null; end if;
  new.organisatie := n.organisatie;
  new.vastgelegd_op := clock_timestamp();
  return new;
end $$;
create trigger past before insert on noodtoegangoordeel for each row execute function neem_oordeel();
create trigger blijft_zo before update on noodtoegangoordeel for each statement execute function weiger_herschrijven();
revoke execute on function neem_oordeel from public;

select begrens('noodtoegangoordeel',
  $$organisatie = any (string_to_array((select current_setting('keten.bereik_verantwoording_noodtoegang', true)), ','))$$);
create policy eigen_oordeel on noodtoegangoordeel for insert to klanten_lezer with check (
  organisatie = any (string_to_array((select current_setting('keten.bereik_verantwoording_noodtoegang', true)), ',')));
revoke select on noodtoegangoordeel from klanten_lezer;
grant select (noodtoegang, oordeel, organisatie) on noodtoegangoordeel to klanten_lezer;
grant insert (noodtoegang, oordeel, toetser, toetser_organisatie) on noodtoegangoordeel to klanten_lezer;
