import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader, rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group whose scope bounds trajecten and voorzieningen. */
export const TRAJECT = 'traject';

/** One traject as read. */
const trajectRij = z.object({
  id: z.string(),
  klantId: z.string(),
  programmacode: z.string().nullable(),
  aanbiederId: z.string().nullable(),
  doel: z.string().nullable(),
  begin: dag.nullable(),
  verwachtEinde: dag.nullable(),
  einde: dag.nullable(),
  status: z.string(),
  uitkomst: z.string().nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type TrajectRij = z.infer<typeof trajectRij>;

/** A party from outside reaches the trajecten that it carries out. */
const VAN_AANBIEDER = { uitvoerder: '(select a.organisatie from aanbieder a where a.id = t.aanbieder_id)' };

/** The trajecten in scope with one of the keys $1 in a column, the newest first; what has not begun is newest. */
const lees = (kolom: 'id' | 'klant_id'): string => `
  select t.id, t.klant_id as "klantId", t.programma as programmacode, t.aanbieder_id as "aanbiederId", t.doel,
    t.begin::text as begin, t.verwacht_einde::text as "verwachtEinde", t.einde::text as einde, t.status, t.uitkomst,
    t.verantwoordelijke, ${bereikKolom('t', 3, VAN_AANBIEDER)}
  from traject t
  where t.${kolom} = any ($1::text[]) and ${inBereik('t', 2, 3, VAN_AANBIEDER)}
  order by t.begin desc, t.id desc`;

const PER_TRAJECT = lees('id');
const PER_KLANT = lees('klant_id');

/** Trajecten by key; `null` for a key that is unknown or out of scope. */
export function trajectLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, TrajectRij | null> {
  return rijLoader(
    (ids) => leesRijen(tx, trajectRij, PER_TRAJECT, ids, toegang.bereik(TRAJECT), vandaag),
    ({ id }) => id,
  );
}

/** The trajecten of klanten in scope, the newest first. */
export function trajectenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly TrajectRij[]> {
  return lijstLoader(
    (klanten) => leesRijen(tx, trajectRij, PER_KLANT, klanten, toegang.bereik(TRAJECT), vandaag),
    ({ klantId }) => klantId,
  );
}
