import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { TRAJECT } from './traject-loaders.ts';

const voorzieningRij = z.object({
  id: z.string(),
  klantId: z.string(),
  soort: z.string(),
  datumStart: dag,
  datumEinde: dag.nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type VoorzieningRij = z.infer<typeof voorzieningRij>;

/** No party from outside carries out a voorziening. */
const ZONDER_UITVOERDER = { uitvoerder: 'null' };

const SQL = `
  select v.id, v.klant_id as "klantId", v.soort, v.datum_start::text as "datumStart",
    v.datum_einde::text as "datumEinde", v.verantwoordelijke, ${bereikKolom('v', 3, ZONDER_UITVOERDER)}
  from voorziening v
  where v.klant_id = any ($1::text[]) and ${inBereik('v', 2, 3, ZONDER_UITVOERDER)}
  order by v.datum_start desc, v.id desc`;

/** The voorzieningen of klanten in scope, the newest first. */
export function voorzieningenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly VoorzieningRij[]> {
  return lijstLoader(
    (klanten) => leesRijen(tx, voorzieningRij, SQL, klanten, toegang.bereik(TRAJECT), vandaag),
    ({ klantId }) => klantId,
  );
}
