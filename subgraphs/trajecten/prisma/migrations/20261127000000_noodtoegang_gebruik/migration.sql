-- Who used noodtoegang, for who must review it: one row beside each row of the logboek that was read on such a reason,
-- joined by trace and span. Not in the logboek itself: that holds no medewerker. About whom it was is not here, but of how
-- many people (`personen`) and of which gemeenten. The same bytes in every subgraph.
create table noodtoegang (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  trace_id text not null check (trace_id ~ '^[0-9a-f]{32}$'),
  organisatie text not null check (organisatie <> ''),
  gebruiker text not null check (gebruiker <> ''),
  reden text not null check (starts_with(reden, 'NOODTOEGANG_')),
  verantwoordelijken text[] not null,
  personen integer not null check (personen >= 0),
  tijd timestamptz not null
);
create index on noodtoegang (organisatie, tijd, id);

create function weiger_herschrijven() returns trigger language plpgsql as $$
begin
  raise exception '% is what happened, and is not changed', tg_table_name;
end $$;
create trigger blijft_zo before update on noodtoegang for each statement execute function weiger_herschrijven();
revoke execute on function weiger_herschrijven from public;

do $$
begin
  execute format('grant insert on noodtoegang to %I', current_schema() || '_lezer');
end $$;
