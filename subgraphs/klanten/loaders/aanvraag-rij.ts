import { z } from 'zod';
import { bereikKolom, bereikSleutels } from '../../chassis/bereik/in-bereik.ts';
import { dag, geheelGetal } from '../../chassis/database/lees-rijen.ts';

/** One aanvraag as read, with the melding it came from, the gesprek aan de poort and the beschikking. */
export const aanvraagRij = z.object({
  id: z.string(),
  klantId: z.string(),
  ingediendOp: dag,
  hersteltermijn: dag.nullable(),
  dagenOpgeschort: z.int(),
  isVerlengd: z.boolean(),
  uiterlijk: dag,
  afgehandeldOp: dag.nullable(),
  voorschotCent: geheelGetal.nullable(),
  voorschotOp: dag.nullable(),
  meldingDatum: dag,
  meldingKanaal: z.string(),
  poortDatum: dag.nullable(),
  poortUitkomst: z.string().nullable(),
  beslistOp: dag.nullable(),
  besluit: z.string().nullable(),
  norm: z.int().nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type AanvraagRij = z.infer<typeof aanvraagRij>;

/** The columns of an aanvraag `a` of `AANVRAAGTABELLEN`; `vandaag` is the number of a parameter. */
export function aanvraagKolommen(vandaag: number): string {
  return `
    a.id, a.klant_id as "klantId", a.ingediend_op::text as "ingediendOp", a.hersteltermijn::text as hersteltermijn,
    a.dagen_opgeschort as "dagenOpgeschort", a.is_verlengd as "isVerlengd", a.uiterlijk::text as uiterlijk,
    a.afgehandeld_op::text as "afgehandeldOp", a.voorschot_cent as "voorschotCent", a.voorschot_op::text as "voorschotOp",
    m.datum::text as "meldingDatum", m.kanaal as "meldingKanaal",
    p.datum::text as "poortDatum", p.uitkomst as "poortUitkomst", s.datum::text as "beslistOp", s.besluit,
    n.aantal as norm, a.verantwoordelijke, ${bereikKolom('a', vandaag)}`;
}

/** An aanvraag `a` and what belongs to it: all of the same klant and gemeente, which the keys of the tables see to. */
export const AANVRAAGTABELLEN = `
  aanvraag a
  join melding m on m.id = a.melding_id
  left join poortgesprek p on p.melding_id = m.id
  left join beschikking s on s.aanvraag_id = a.id
  left join lateral (
    select norm.aantal from norm
    where norm.gemeente = a.verantwoordelijke and norm.soort = 'AANVRAAG' and norm.eenheid = 'WERKDAGEN'
      and norm.geldig_van <= a.ingediend_op
    order by norm.geldig_van desc limit 1
  ) as n on true`;
