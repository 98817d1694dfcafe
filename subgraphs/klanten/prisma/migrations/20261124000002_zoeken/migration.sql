-- Somebody is found by bsn, which has an index of its own, or by exactly this name and birthday.
create index klant_naam on klant (naam, geboortedatum, id);
