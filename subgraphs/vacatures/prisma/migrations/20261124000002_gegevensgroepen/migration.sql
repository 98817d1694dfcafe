-- Of a VUM profiel what says something of somebody's health stands apart from the rest.
create table profiel_bijzonder (
  klant_id text primary key references profiel (klant_id),
  eis_aan_werk text check (eis_aan_werk <> ''),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$')
);

-- Whether somebody is in the register of UWV: obtained from there, and not passed on to another organisation.
create table ldr_registratie (
  klant_id text primary key references profiel (klant_id),
  indicatie boolean not null,
  bron text not null check (bron <> ''),
  verantwoordelijke text not null check (verantwoordelijke ~ '^GM[0-9]{4}$')
);

select begrens('profiel_bijzonder', bereikregel('profiel_bijzonder', 'klant.bijzonder'));
select begrens('ldr_registratie', bereikregel('ldr_registratie', 'klant.bijzonder', uitvoerder => 'null'));
