-- What a data group of its own says of a klant stands in a table of its own, so that row-level security knows the group.

-- Why an uitkering ended, as the gemeente wrote it down: `reden_einde` of the uitkering is the coarse class of it.
create table reden_einde (
  uitkering_id text primary key references uitkering (id),
  klant_id text not null references klant (id),
  reden text not null check (reden ~ '^[A-Z][A-Z_]*$'),
  verantwoordelijke text not null references gemeente (code)
);
create index reden_einde_klant on reden_einde (klant_id);

create table verplichting (
  klant_id text not null references klant (id),
  soort text not null check (soort in ('ARBEID', 'INLICHTINGEN', 'ONTHEFFING_ARBEID')),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verantwoordelijke text not null references gemeente (code),
  primary key (klant_id, soort, geldig_van),
  check (soort <> 'ONTHEFFING_ARBEID' or geldig_tot is not null)
);

create table veiligheid (
  klant_id text not null references klant (id),
  soort text not null check (soort in ('AGRESSIE', 'GEHEIMHOUDING_BRP')),
  -- The source outside the gemeente that it was obtained from: such a row is not passed on to another organisation.
  bron text check (bron <> ''),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verantwoordelijke text not null references gemeente (code),
  primary key (klant_id, soort, geldig_van),
  check (soort <> 'GEHEIMHOUDING_BRP' or bron is not null)
);

-- What somebody can do and cannot: the conclusion, never a diagnosis.
create table belemmering (
  klant_id text not null references klant (id),
  conclusie text not null check (conclusie <> ''),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verantwoordelijke text not null references gemeente (code),
  primary key (klant_id, conclusie, geldig_van)
);

create table zrm_score (
  klant_id text not null references klant (id),
  datum date not null,
  leefgebied text not null check (leefgebied <> ''),
  score integer not null check (score between 1 and 5),
  verantwoordelijke text not null references gemeente (code),
  primary key (klant_id, datum, leefgebied)
);

create table verblijfsstatus (
  klant_id text not null references klant (id),
  code text not null check (code ~ '^[A-Z][A-Z_]*$'),
  bron text check (bron <> ''),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verantwoordelijke text not null references gemeente (code),
  primary key (klant_id, geldig_van)
);

-- Toezicht: who gave a tip is not kept, nor what the sociale recherche finds; only the day on which it took over.
create table onderzoek (
  id text primary key,
  klant_id text not null references klant (id),
  soort text not null check (soort in ('SIGNAAL', 'HUISBEZOEK', 'ONDERZOEK')),
  begonnen_op date not null,
  afgesloten_op date check (afgesloten_op >= begonnen_op),
  overgedragen_op date check (overgedragen_op >= begonnen_op),
  verantwoordelijke text not null references gemeente (code),
  unique (id, klant_id, verantwoordelijke)
);
create index onderzoek_klant on onderzoek (klant_id);

-- What the handhaver handed to the consulent: from that day part of the dossier, and before it of nobody's.
create table bevinding (
  onderzoek_id text primary key,
  klant_id text not null,
  conclusie text not null check (conclusie <> ''),
  aan_consulent_op date not null,
  verantwoordelijke text not null,
  foreign key (onderzoek_id, klant_id, verantwoordelijke) references onderzoek (id, klant_id, verantwoordelijke)
);
create index bevinding_klant on bevinding (klant_id);

select begrens(tabel, bereikregel(tabel, groep)) from (values
  ('reden_einde', 'klant.redenEinde'), ('verplichting', 'klant.dossier.kern'),
  ('belemmering', 'klant.bijzonder'), ('zrm_score', 'klant.bijzonder'),
  ('onderzoek', 'handhaving.toezicht')) as t (tabel, groep);

-- A party of the case reaches what the gemeente found itself, and not what it obtained from another source.
select begrens(tabel, bereikregel(tabel, groep,
  uitvoerder => format('case when %I.bron is null then split_part(s.sleutel, ''/'', 2) end', tabel)))
from (values ('veiligheid', 'klant.veiligheid'), ('verblijfsstatus', 'klant.bijzonder')) as t (tabel, groep);

select begrens('bevinding', format(
  '%s and aan_consulent_op <= (select nullif(current_setting(''keten.vandaag'', true), '''')::date)',
  bereikregel('bevinding', 'klant.dossier')));

-- Regeling and begin are the core of a dossier, which more people may see than the rest.
select begrens('rechthebbende', bereikregel('rechthebbende', 'klant.dossier.kern'));

-- A doelgroep follows from what somebody is able to earn.
select begrens('indeling', format('case stelsel when ''DOELGROEP'' then %s else %s end',
  bereikregel('indeling', 'klant.bijzonder'), bereikregel('indeling', 'klant.dossier')));
