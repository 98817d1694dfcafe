import { z } from 'zod';

/** How the table differs from one whose rows are about the klant in `klant_id` and about nobody else. */
export interface Persoonstabel {
  /** The column with the key of the klant. */
  readonly klant?: string;
  /** Whether the rows also belong to a werkgever, by `sleutel_kvk`. */
  readonly kvk?: boolean;
  /**
   * Whether what is read is told to that werkgever of a klant whom `is_te_tonen` (a function of the database) says yes to,
   * and not of whom is afgeschermd.
   */
  readonly alsTeTonen?: boolean;
  /**
   * SQL of the code of the organisation that carries out what a row is about: of the parties from outside the gemeenten
   * only that one reaches it, and none when it is `null`. By default all do.
   */
  readonly uitvoerder?: string;
}

/**
 * SQL that holds when a row of `tabel` (its name or alias) is in reach: one of the sleutels of its klant and gemeente
 * (`klantsleutel`) is in the scope, and counts today. Row-level security says the same by the settings of the transaction
 * (`bereikregel` in the database), and each alone is enough.
 * @param sleutels the number of the parameter with the bereiksleutels, a `text[]`
 * @param vandaag the number of the parameter with the day the domain calls today
 */
export function inBereik(
  tabel: string,
  sleutels: number,
  vandaag: number,
  { klant = 'klant_id', kvk = false, alsTeTonen = false, uitvoerder }: Persoonstabel = {},
): string {
  // Without `offset 0` it may become a join that begins at all who are in reach, and costs a caseload.
  const reikt = `exists (
    select from klantsleutel s
    where s.klant_id = ${tabel}.${klant} and s.verantwoordelijke = ${tabel}.verantwoordelijke
      and ${reikend('s', sleutels, vandaag)}${vanUitvoerder(uitvoerder)}
    offset 0)`;
  if (!kvk) return reikt;
  const teTonen = alsTeTonen ? ` and is_te_tonen(${tabel}.${klant}, $${vandaag}::date)` : '';
  return `(${tabel}.sleutel_kvk = any ($${sleutels}::text[])${teTonen} or ${reikt})`;
}

/** SQL that holds when the row `s` of klantsleutel is in the scope and counts today; the parameters as of `inBereik`. */
export function reikend(s: string, sleutels: number, vandaag: number): string {
  return `${s}.sleutel = any ($${sleutels}::text[]) and ${geldt(s, vandaag)}`;
}

/** SQL that holds when the row `s` of klantsleutel counts today. */
export function geldt(s: string, vandaag: number): string {
  return `${s}.geldig_van <= $${vandaag}::date and (${s}.geldig_tot is null or $${vandaag}::date < ${s}.geldig_tot)`;
}

/**
 * SQL of the column `bereik` of a row of `tabel`: the bereiksleutels that reach it today. The guard holds them
 * against the scope of the group of each field.
 * @param vandaag the number of the parameter with the day the domain calls today
 */
export function bereikKolom(
  tabel: string,
  vandaag: number,
  { klant = 'klant_id', kvk = false, uitvoerder }: Persoonstabel = {},
): string {
  const sleutels = `
    select s.sleutel from klantsleutel s
    where s.klant_id = ${tabel}.${klant} and s.verantwoordelijke = ${tabel}.verantwoordelijke
      and ${geldt('s', vandaag)}${vanUitvoerder(uitvoerder)}`;
  return `array(${sleutels}${kvk ? ` union all select ${tabel}.sleutel_kvk` : ''}) as bereik`;
}

/** The column `bereik` as read. */
export const bereikSleutels = z.array(z.string());

function vanUitvoerder(uitvoerder: string | undefined): string {
  return uitvoerder === undefined
    ? ''
    : ` and (s.sleutel not like 'partij/%' or s.sleutel like 'partij/GM%' or split_part(s.sleutel, '/', 2) = ${uitvoerder})`;
}
