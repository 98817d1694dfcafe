-- Who is unseen is derived once for a statement about klantbereik, and not three times. The sleutels under which somebody
-- is unseen follow from klantbereik alone: those of a party of the case and of the klant himself do not count. So it is
-- enough to derive after that table, once klantsleutel is as it becomes: triggers fire in the order of their names, and
-- those that keep klantsleutel are called `sleutels`.
drop trigger ongezien_erbij on klantsleutel;
drop trigger ongezien_eraf on klantsleutel;
alter trigger ongezien_erbij on klantbereik rename to verwerk_ongezien_erbij;
alter trigger ongezien_anders on klantbereik rename to verwerk_ongezien_anders;
alter trigger ongezien_eraf on klantbereik rename to verwerk_ongezien_eraf;
