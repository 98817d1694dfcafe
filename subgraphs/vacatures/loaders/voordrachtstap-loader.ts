import type DataLoader from 'dataloader';
import { z } from 'zod';
import { inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { PROFIEL } from './voordracht-loader.ts';

const voordrachtstapRij = z.object({
  voordrachtId: z.string(),
  klantId: z.string(),
  soort: z.enum(['UITNODIGEN', 'AFWIJZEN', 'INSTEMMEN', 'INTREKKEN']),
  datum: dag,
  reden: z.string().nullable(),
});

/** One step as read. */
export type VoordrachtstapRij = z.infer<typeof voordrachtstapRij>;

const STAPPEN = `
  select t.voordracht_id as "voordrachtId", t.klant_id as "klantId", t.soort, t.datum::text as datum, t.reden
  from voordrachtstap t
  where t.voordracht_id = any ($1::text[]) and ${inBereik('t', 2, 3, { kvk: true })}
  order by t.voordracht_id, t.vastgelegd_op, t.soort`;

/** The steps in scope of voordrachten, the first first; a werkgever has its own in scope and not those of the klant. */
export function stappenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly VoordrachtstapRij[]> {
  return lijstLoader(
    (ids) => leesRijen(tx, voordrachtstapRij, STAPPEN, ids, toegang.bereik(PROFIEL), vandaag),
    ({ voordrachtId }) => voordrachtId,
  );
}
