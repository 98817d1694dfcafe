import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { aanvraagKolommen, type AanvraagRij, aanvraagRij, AANVRAAGTABELLEN } from './aanvraag-rij.ts';
import { DOSSIER } from './dossier.ts';

const taakRij = z.object({
  id: z.string(),
  klantId: z.string(),
  soort: z.string(),
  uiterlijk: dag,
  grondslag: z.string(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});

/** One open taak as read. */
export type TaakRij = z.infer<typeof taakRij>;

/** Where a page of work begins and where it ends. */
export interface Werkvraag {
  /** `uiterlijk` and key of the last row of the page before. */
  readonly na: readonly [uiterlijk: string, id: string];
  /** The last day on which something may be due to be in the list. */
  readonly totEnMet: string;
  readonly aantal: number;
}

/** Before every day and every key, and after every day. */
export const EERSTE: Werkvraag['na'] = ['-infinity', ''];
export const ALTIJD = 'infinity';

/**
 * For each sleutel in scope, and each of the 16 knopen above today, its own stretch of the werklijst, so that a page costs
 * a page and not a caseload, nor what once was in it.
 */
const werk = (soort: 'TAAK' | 'AANVRAAG'): string => `
  select distinct gevonden.uiterlijk, gevonden.id
  from unnest($1::text[]) as bereik (sleutel)
  cross join unnest(knopen_op($2::date)) as vandaag (knoop)
  cross join lateral (
    select w.uiterlijk, w.id from werklijst w
    where w.sleutel = bereik.sleutel and w.soort = '${soort}' and w.knoop = vandaag.knoop
      and (w.uiterlijk, w.id) > ($3::date, $4) and w.uiterlijk <= $5::date
    order by w.uiterlijk, w.id limit $6
  ) as gevonden
  order by gevonden.uiterlijk, gevonden.id limit $6`;

const TAKEN = `
  with werk as (${werk('TAAK')})
  select t.id, t.klant_id as "klantId", t.soort, t.uiterlijk::text as uiterlijk, t.grondslag, t.verantwoordelijke,
    ${bereikKolom('t', 2)}
  from werk join taak t on t.id = werk.id where ${inBereik('t', 1, 2)}
  order by t.uiterlijk, t.id`;

const AANVRAGEN = `
  with werk as (${werk('AANVRAAG')})
  select ${aanvraagKolommen(2)} from ${AANVRAAGTABELLEN} join werk on werk.id = a.id where ${inBereik('a', 1, 2)}
  order by a.uiterlijk, a.id`;

/** Reads open taken in scope, what is due first first. */
export function takenLezer(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): (vraag: Werkvraag) => Promise<readonly TaakRij[]> {
  return lezer(tx, taakRij, TAKEN, toegang, vandaag);
}

/** Reads aanvragen in scope that are not done with, what is due first first. */
export function openAanvragenLezer(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): (vraag: Werkvraag) => Promise<readonly AanvraagRij[]> {
  return lezer(tx, aanvraagRij, AANVRAGEN, toegang, vandaag);
}

function lezer<Rij extends z.ZodType>(
  tx: Leesbaar,
  rij: Rij,
  sql: string,
  toegang: Toegang,
  vandaag: string,
): (vraag: Werkvraag) => Promise<readonly z.infer<Rij>[]> {
  const bereik = toegang.bereik(DOSSIER);
  return ({ na: [uiterlijk, id], totEnMet, aantal }) =>
    leesRijen(tx, rij, sql, bereik, vandaag, uiterlijk, id, totEnMet, aantal);
}
