import { z } from 'zod';
import type { Bronbestand } from '../database/bronbestand.ts';

const leeg = z.literal('').transform(() => null);

/**
 * Who reaches whom: the rows of `klantbereik`, the same in every subgraph. One row says of which gemeente a klant is
 * from which day until which, and who is regisseur meanwhile. A klant without a row is in nobody's reach.
 */
export const klantbereikBestand: Bronbestand = {
  bestand: 'klantbereik.csv',
  tabel: 'klantbereik',
  regel: z.strictObject({
    klant_id: z.uuid(),
    verantwoordelijke: z.string().regex(/^GM\d{4}$/),
    /** `sub` of the regisseur in the form that `encodeURIComponent` gives, as in a bereiksleutel. */
    medewerker: z.union([leeg, z.string().regex(/^[A-Za-z0-9\-_.!~*'()%]+$/)]),
    team: z.union([leeg, z.string().min(1)]),
    partner_id: z.union([leeg, z.uuid()]),
    afgeschermd: z.enum(['true', 'false']).transform((tekst) => tekst === 'true'),
    geldig_van: z.iso.date(),
    geldig_tot: z.union([leeg, z.iso.date()]),
  }),
};

/** How the table differs from one whose rows are about the klant in `klant_id` and about nobody else. */
export interface Persoonstabel {
  /** The column with the key of the klant. */
  readonly klant?: string;
  /** Whether the rows also belong to a werkgever, by `sleutel_kvk`. */
  readonly kvk?: boolean;
  /**
   * Whether what is read is told to that werkgever of a klant whom `is_te_tonen` (a function of the database of the
   * subgraph) says yes to, and not of whom is afgeschermd.
   */
  readonly alsTeTonen?: boolean;
}

/**
 * SQL that holds when a row of `tabel` (its name or alias) is in reach: row-level security says the same by the
 * settings of the transaction, and each alone is enough. The scope of a klant counts on days on which his
 * `klantbereik` does, except towards the klant himself.
 * @param sleutels the number of the parameter with the bereiksleutels, a `text[]`
 * @param vandaag the number of the parameter with the day the domain calls today
 */
export function inBereik(
  tabel: string,
  sleutels: number,
  vandaag: number,
  { klant = 'klant_id', kvk = false, alsTeTonen = false }: Persoonstabel = {},
): string {
  // Without `offset 0` it may become a join that begins at all who are in reach, and costs a caseload.
  const reikt = `exists (
    select from klantbereik b
    where b.klant_id = ${tabel}.${klant} and b.verantwoordelijke = ${tabel}.verantwoordelijke
      and (b.sleutel_klant = any ($${sleutels}::text[]) or ${geldig(vandaag)}
        and (b.sleutel_gemeente = any ($${sleutels}::text[]) or b.sleutel_regie = any ($${sleutels}::text[])))
    offset 0)`;
  if (!kvk) return reikt;
  const vanWerkgever = `${tabel}.sleutel_kvk = any ($${sleutels}::text[])`;
  return alsTeTonen
    ? `(${vanWerkgever} and is_te_tonen(${tabel}.${klant}, $${vandaag}::date) or ${reikt})`
    : `(${vanWerkgever} or ${reikt})`;
}

/**
 * SQL of the column `bereik` of a row of `tabel`: the bereiksleutels that reach it today. The guard holds them
 * against the scope of the group of each field.
 * @param vandaag the number of the parameter with the day the domain calls today
 */
export function bereikKolom(
  tabel: string,
  vandaag: number,
  { klant = 'klant_id', kvk = false }: Persoonstabel = {},
): string {
  const sleutels = `
    select s.sleutel from klantbereik b cross join lateral (values
      (b.sleutel_klant),
      (case when ${geldig(vandaag)} then b.sleutel_gemeente end),
      (case when ${geldig(vandaag)} then b.sleutel_regie end)) as s (sleutel)
    where b.klant_id = ${tabel}.${klant} and b.verantwoordelijke = ${tabel}.verantwoordelijke
      and s.sleutel is not null`;
  return `array(${sleutels}${kvk ? ` union all select ${tabel}.sleutel_kvk` : ''}) as bereik`;
}

/** The column `bereik` as read. */
export const bereikSleutels = z.array(z.string());

function geldig(vandaag: number): string {
  return `(b.geldig_van <= $${vandaag}::date and (b.geldig_tot is null or $${vandaag}::date < b.geldig_tot))`;
}
