import type DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The columns of a klant, under the names of the graph. */
export const KLANTKOLOMMEN =
  'id, huishouden_id as "huishoudenId", bsn, naam, geboortedatum::text as geboortedatum, verantwoordelijke';

/** One klant as read. */
export const klantRij = z.object({
  id: z.string(),
  huishoudenId: z.string(),
  bsn: z.string(),
  naam: z.string(),
  geboortedatum: dag,
  verantwoordelijke: z.string(),
});
export type KlantRij = z.infer<typeof klantRij>;

/** Klanten by key; `null` for a key that is unknown or out of scope. */
export function klantLoader(tx: Leesbaar, { bereikPersonen }: Toegang): DataLoader<string, KlantRij | null> {
  return rijLoader(
    (ids) =>
      leesRijen(
        tx,
        klantRij,
        `select ${KLANTKOLOMMEN} from klant where id = any ($1::text[]) and verantwoordelijke = any ($2::text[])`,
        ids,
        bereikPersonen,
      ),
    ({ id }) => id,
  );
}
