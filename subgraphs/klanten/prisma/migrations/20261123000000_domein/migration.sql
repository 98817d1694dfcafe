-- The dossiers: who has the regie, what is due, aanvragen and what becomes of them, and mutations in two times.
-- A row of a person carries the gemeente of the row, which stays when the klant moves.

alter table gemeente
  add column geldig_van date,
  add column geldig_tot date check (geldig_tot > geldig_van),
  add column opvolger text references gemeente (code),
  -- The first month of which the dossiers are complete; null where there are none.
  add column dossiers_vanaf text check (dossiers_vanaf ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  add check (opvolger is null or geldig_tot is not null);
create index gemeente_opvolger on gemeente (opvolger);

alter table uitkering
  add column reden_einde text check (reden_einde in ('WERK', 'OPLEIDING', 'OVERIG')),
  add column blokkade_reden text check (blokkade_reden <> ''),
  add column blokkade_sinds date;
update uitkering set reden_einde = 'OVERIG' where einddatum is not null;
alter table uitkering
  add check ((reden_einde is null) = (einddatum is null)),
  add check ((blokkade_reden is null) = (blokkade_sinds is null));

-- Who is in reach of whom: a copy, the same in every subgraph that keeps persons.
create table klantbereik (
  klant_id text not null, verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  medewerker text, team text, partner_id text, afgeschermd boolean not null,
  geldig_van date not null, geldig_tot date check (geldig_tot > geldig_van),
  sleutel_gemeente text generated always as (case when afgeschermd then null else verantwoordelijke end) stored,
  sleutel_regie text generated always as (case when afgeschermd then null else verantwoordelijke || '/' || medewerker end) stored,
  sleutel_klant text not null generated always as ('klant/' || klant_id) stored,
  primary key (klant_id, verantwoordelijke, geldig_van));
create index klantbereik_gemeente on klantbereik (sleutel_gemeente, klant_id)
  include (verantwoordelijke, partner_id, sleutel_regie, sleutel_klant, geldig_van, geldig_tot);
create index klantbereik_regie on klantbereik (sleutel_regie, klant_id)
  include (verantwoordelijke, partner_id, sleutel_gemeente, sleutel_klant, geldig_van, geldig_tot);
create index klantbereik_klant on klantbereik (sleutel_klant);

-- What changed in the stand: on which day it took effect, and on which day it was known. A correction is another row.
create table mutatie (
  id text primary key,
  uitkering_id text not null references uitkering (id),
  soort text not null check (soort in ('INSTROOM', 'UITSTROOM', 'ADMINISTRATIEF')),
  aantal integer not null check (aantal in (1, -1)),
  geldig_op date not null,
  verwerkt_op date not null,
  leefvorm text not null check (leefvorm in ('EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR')),
  verantwoordelijke text not null references gemeente (code),
  check (soort = 'ADMINISTRATIEF' or aantal = case soort when 'INSTROOM' then 1 else -1 end)
);
create index mutatie_uitkering on mutatie (uitkering_id);
create index mutatie_verantwoordelijke on mutatie (verantwoordelijke, geldig_op);

create table regie (
  klant_id text not null references klant (id),
  rol text not null check (rol in ('REGISSEUR', 'VERVANGER')),
  medewerker text not null,
  team text not null,
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verantwoordelijke text not null references gemeente (code),
  primary key (klant_id, rol, geldig_van)
);
create unique index regie_een_regisseur on regie (klant_id) where rol = 'REGISSEUR' and geldig_tot is null;

create table indeling (
  klant_id text not null references klant (id),
  stelsel text not null check (stelsel in ('TREDE', 'DOELGROEP')),
  waarde text not null check (waarde <> ''),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verwerkt_op date not null,
  -- Whether the klant was the hoofdontvanger: a stand of indelingen counts uitkeringen.
  hoofdontvanger boolean not null,
  verantwoordelijke text not null references gemeente (code),
  primary key (klant_id, stelsel, geldig_van),
  check (stelsel <> 'TREDE' or waarde in ('1', '2', '3', '4', '5', '6'))
);

create table melding (
  id text primary key,
  klant_id text not null references klant (id),
  datum date not null,
  kanaal text not null check (kanaal in ('BALIE', 'DIGITAAL', 'TELEFOON')),
  verantwoordelijke text not null references gemeente (code)
);
create index melding_klant on melding (klant_id);

create table poortgesprek (
  melding_id text primary key references melding (id),
  klant_id text not null references klant (id),
  datum date not null,
  uitkomst text not null check (uitkomst in ('AANVRAAG', 'GEEN_AANVRAAG', 'TERUG_WEGENS_ONVOLLEDIG')),
  verantwoordelijke text not null references gemeente (code)
);
create index poortgesprek_klant on poortgesprek (klant_id);

create table aanvraag (
  id text primary key,
  klant_id text not null references klant (id),
  melding_id text not null references melding (id),
  ingediend_op date not null,
  hersteltermijn date check (hersteltermijn >= ingediend_op),
  dagen_opgeschort integer not null check (dagen_opgeschort >= 0),
  is_verlengd boolean not null,
  uiterlijk date not null check (uiterlijk >= ingediend_op),
  voorschot_cent bigint check (voorschot_cent > 0),
  voorschot_op date check (voorschot_op >= ingediend_op),
  afgehandeld_op date check (afgehandeld_op >= ingediend_op),
  verantwoordelijke text not null references gemeente (code),
  check ((voorschot_cent is null) = (voorschot_op is null))
);
create index aanvraag_klant on aanvraag (klant_id, ingediend_op desc, id);
create index aanvraag_open on aanvraag (klant_id, uiterlijk, id) where afgehandeld_op is null;
create index aanvraag_melding on aanvraag (melding_id);

create table beschikking (
  aanvraag_id text primary key references aanvraag (id),
  klant_id text not null references klant (id),
  datum date not null,
  besluit text not null check (besluit in ('TOEGEKEND', 'AFGEWEZEN', 'BUITEN_BEHANDELING')),
  verantwoordelijke text not null references gemeente (code)
);
create index beschikking_klant on beschikking (klant_id);

create table bezwaar (
  id text primary key,
  aanvraag_id text not null references aanvraag (id),
  klant_id text not null references klant (id),
  soort text not null check (soort in ('BEZWAAR', 'KLACHT')),
  ingediend_op date not null,
  uitkomst text check (uitkomst in ('GEGROND', 'ONGEGROND', 'INGETROKKEN')),
  verantwoordelijke text not null references gemeente (code)
);
create index bezwaar_aanvraag on bezwaar (aanvraag_id, ingediend_op desc, id);
create index bezwaar_klant on bezwaar (klant_id);

create table taak (
  id text primary key,
  klant_id text not null references klant (id),
  soort text not null check (soort in ('BESLISTERMIJN', 'HERSTELTERMIJN', 'VOORSCHOT', 'HERONDERZOEK', 'TREDEMETING')),
  uiterlijk date not null,
  grondslag text not null check (grondslag <> ''),
  klaar_op date,
  verantwoordelijke text not null references gemeente (code)
);
create index taak_klant on taak (klant_id);
create index taak_open on taak (klant_id, uiterlijk, id) where klaar_op is null;

-- What a gemeente promised, with the line of the document in which it did.
create table norm (
  gemeente text not null references gemeente (code),
  soort text not null check (soort in ('AANVRAAG')),
  aantal integer not null check (aantal > 0),
  eenheid text not null check (eenheid in ('WERKDAGEN', 'MINUTEN')),
  geldig_van date not null,
  document text not null,
  regel integer not null check (regel > 0),
  primary key (gemeente, soort, geldig_van)
);

-- One row is one printed cell of an indicator in tenths of a percent.
create table indicator_gedrukt (
  gemeente text not null references gemeente (code),
  maand text not null check (maand ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  code text not null check (code in ('OP_TREDE')),
  promille integer not null check (promille between 0 and 1000),
  document text not null,
  regel integer not null check (regel > 0),
  primary key (gemeente, maand, code)
);

alter table klantbereik enable row level security;
alter table klantbereik force row level security;
create policy beheer on klantbereik to klanten_eigenaar using (true) with check (true);
create policy bereik on klantbereik for select to klanten_lezer using (
  ((sleutel_gemeente = any (string_to_array((select current_setting('keten.bereik_personen', true)), ','))
      or sleutel_regie = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')))
    and geldig_van <= (select nullif(current_setting('keten.vandaag', true), '')::date)
    and (geldig_tot is null or (select nullif(current_setting('keten.vandaag', true), '')::date) < geldig_tot))
  or sleutel_klant = any (string_to_array((select current_setting('keten.bereik_personen', true)), ',')));

-- The rows of a person: in reach of the group when a row of klantbereik is, whose own policy sees to its validity.
do $$
declare
  tabel text;
  groep text;
begin
  for tabel, groep in values
    ('regie', 'klant_dossier'), ('indeling', 'klant_dossier'), ('melding', 'klant_dossier'),
    ('poortgesprek', 'klant_dossier'), ('aanvraag', 'klant_dossier'), ('beschikking', 'klant_dossier'),
    ('taak', 'klant_dossier'), ('bezwaar', 'bezwaar')
  loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format('create policy beheer on %I to klanten_eigenaar using (true) with check (true)', tabel);
    execute format(
      'create policy bereik on %1$I for select to klanten_lezer using (exists (
         select from klantbereik b
         where b.klant_id = %1$I.klant_id and b.verantwoordelijke = %1$I.verantwoordelijke
           and (b.sleutel_gemeente = any (string_to_array((select current_setting(%2$L, true)), '',''))
             or b.sleutel_regie = any (string_to_array((select current_setting(%2$L, true)), '',''))
             or b.sleutel_klant = any (string_to_array((select current_setting(%2$L, true)), '','')))))',
      tabel, 'keten.bereik_' || groep);
    execute format('grant select on %I to klanten_lezer', tabel);
  end loop;
end
$$;

-- Nobody reads single mutations: only what is counted from them.
alter table mutatie enable row level security;
alter table mutatie force row level security;
create policy beheer on mutatie to klanten_eigenaar using (true) with check (true);

alter table indicator_gedrukt enable row level security;
alter table indicator_gedrukt force row level security;
create policy beheer on indicator_gedrukt to klanten_eigenaar using (true) with check (true);
create policy bereik on indicator_gedrukt for select to klanten_lezer
  using (gemeente = any (string_to_array((select current_setting('keten.bereik_sturing', true)), ',')));

grant select on klantbereik, norm, indicator_gedrukt to klanten_lezer;
