-- Of a VUM profiel what says something of somebody's health stands apart from the rest.
create table profiel_bijzonder (
  klant_id text primary key references profiel (klant_id),
  indicatie_ldr_registratie boolean not null,
  eis_aan_werk text check (eis_aan_werk <> ''),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$')
);

select begrens('profiel_bijzonder', bereikregel('profiel_bijzonder', 'klant.bijzonder'));
