import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group whose scope bounds bezwaren and klachten. */
const BEZWAAR = 'bezwaar';

const bezwaarRij = z.object({
  aanvraagId: z.string(),
  klantId: z.string(),
  soort: z.string(),
  ingediendOp: dag,
  uitkomst: z.string().nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});

/** One bezwaar or klacht. */
export type BezwaarRij = z.infer<typeof bezwaarRij>;

const SQL = `
  select z.aanvraag_id as "aanvraagId", z.klant_id as "klantId", z.soort, z.ingediend_op::text as "ingediendOp",
    z.uitkomst, z.verantwoordelijke, ${bereikKolom('z', 3)}
  from bezwaar z where z.aanvraag_id = any ($1::text[]) and ${inBereik('z', 2, 3)}
  order by z.ingediend_op desc, z.id`;

/** The bezwaren and klachten in scope about aanvragen, the newest first. */
export function bezwaarLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly BezwaarRij[]> {
  return lijstLoader(
    (aanvragen) => leesRijen(tx, bezwaarRij, SQL, aanvragen, toegang.bereik(BEZWAAR), vandaag),
    ({ aanvraagId }) => aanvraagId,
  );
}
