-- In which phase a printed budget was: only of an amount that is begroot, and only where the document says so.
alter table begrotingsregel
  add column fase text check (
    fase is null or kolom = 'BEGROOT' and fase in ('VOORLOPIG', 'INDICATIE', 'DEFINITIEF', 'EIGEN_PROGNOSE')
  );
