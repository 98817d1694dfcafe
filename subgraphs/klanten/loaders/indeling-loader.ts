import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { DOSSIER } from './dossier.ts';

const indelingRij = z.object({
  klantId: z.string(),
  stelsel: z.string(),
  waarde: z.string(),
  geldigVan: dag,
  geldigTot: dag.nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});

/** One indeling of a klant in one stelsel. */
export type IndelingRij = z.infer<typeof indelingRij>;

const SQL = `
  select i.klant_id as "klantId", i.stelsel, i.waarde, i.geldig_van::text as "geldigVan",
    i.geldig_tot::text as "geldigTot", i.verantwoordelijke, ${bereikKolom('i', 3)}
  from indeling i where i.klant_id = any ($1::text[]) and i.stelsel <> 'DOELGROEP' and ${inBereik('i', 2, 3)}
  order by i.geldig_van desc, i.stelsel`;

/** The indelingen of klanten in scope, the newest first. */
export function indelingLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly IndelingRij[]> {
  return lijstLoader(
    (klanten) => leesRijen(tx, indelingRij, SQL, klanten, toegang.bereik(DOSSIER), vandaag),
    ({ klantId }) => klantId,
  );
}
