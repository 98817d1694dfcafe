import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { PROFIEL } from './voordracht-loader.ts';

/** The shape of a profiel as read. */
export const profielRij = z.object({
  klantId: z.string(),
  postcode: z.string(),
  reisafstand: z.int().nullable(),
  urenMin: z.int(),
  urenMax: z.int(),
  beroepCodes: z.array(z.string()),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});

/** One profiel as read. */
export type ProfielRij = z.infer<typeof profielRij>;

const SQL = `
  select p.klant_id as "klantId", p.postcode, p.reisafstand, p.uren_min as "urenMin", p.uren_max as "urenMax",
    array(select b.beroep_code from profiel_beroep b where b.klant_id = p.klant_id order by b.beroep_code) as "beroepCodes",
    p.verantwoordelijke, ${bereikKolom('p', 3)}
  from profiel p where p.klant_id = any ($1::text[]) and ${inBereik('p', 2, 3)}`;

/**
 * The profielen of klanten in scope, by the key of the klant; `null` for one that is unknown or out of scope. Not for a
 * werkgever, who sees what a kandidaat looks for by the voordracht and never from where.
 */
export function profielLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, ProfielRij | null> {
  return rijLoader(
    (klanten) => leesRijen(tx, profielRij, SQL, klanten, toegang.bereik(PROFIEL), vandaag),
    ({ klantId }) => klantId,
  );
}
