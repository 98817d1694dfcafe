-- What the uitkeringsadministratie pays and to which account: more than a consulent needs to know of the state of it.
create table rekening (
  klant_id text not null,
  iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{4,30}$'),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  primary key (klant_id, geldig_van)
);

create table betaalregel (
  klant_id text not null,
  maand text not null check (maand ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  soort text not null check (soort in ('BIJSTAND', 'BESLAG', 'TERUGVORDERING')),
  bedrag_cent bigint not null check (bedrag_cent <> 0),
  betaald_op date not null,
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  primary key (klant_id, maand, soort)
);

create table beslag (
  klant_id text not null,
  beslaglegger text not null check (beslaglegger <> ''),
  bedrag_cent bigint not null check (bedrag_cent > 0),
  geldig_van date not null,
  geldig_tot date check (geldig_tot > geldig_van),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  primary key (klant_id, beslaglegger, geldig_van)
);

select begrens(tabel, bereikregel(tabel, 'financien.klant.detail'))
from (values ('rekening'), ('betaalregel'), ('beslag')) as t (tabel);
