-- Schuldhulp has a law and a data group of its own: others learn that it runs, and nothing else.
create table schuldhulptraject (
  id text primary key,
  klant_id text not null,
  fase text not null check (fase in ('AANMELDING', 'STABILISATIE', 'BEMIDDELING', 'NAZORG')),
  begin date not null,
  einde date check (einde >= begin),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$'),
  unique (id, klant_id, verantwoordelijke)
);
create index schuldhulptraject_klant on schuldhulptraject (klant_id);

create table schuld (
  schuldhulptraject_id text not null,
  volgnummer integer not null check (volgnummer > 0),
  klant_id text not null,
  schuldeiser text not null check (schuldeiser <> ''),
  bedrag_cent bigint not null check (bedrag_cent > 0),
  verantwoordelijke text not null,
  primary key (schuldhulptraject_id, volgnummer),
  foreign key (schuldhulptraject_id, klant_id, verantwoordelijke)
    references schuldhulptraject (id, klant_id, verantwoordelijke)
);
create index schuld_klant on schuld (klant_id);

select begrens('schuldhulptraject', format('%s or %s',
  bereikregel('schuldhulptraject', 'shv'), bereikregel('schuldhulptraject', 'shv.loopt')));
select begrens('schuld', bereikregel('schuld', 'shv'));
