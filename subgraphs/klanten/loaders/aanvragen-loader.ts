import type DataLoader from 'dataloader';
import { inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { aanvraagKolommen, type AanvraagRij, aanvraagRij, AANVRAAGTABELLEN } from './aanvraag-rij.ts';
import { DOSSIER } from './dossier.ts';

const SQL = `
  select ${aanvraagKolommen(3)} from ${AANVRAAGTABELLEN}
  where a.klant_id = any ($1::text[]) and ${inBereik('a', 2, 3)}
  order by a.ingediend_op desc, a.id`;

/** The aanvragen of klanten in scope, the newest first. */
export function aanvragenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly AanvraagRij[]> {
  return lijstLoader(
    (klanten) => leesRijen(tx, aanvraagRij, SQL, klanten, toegang.bereik(DOSSIER), vandaag),
    ({ klantId }) => klantId,
  );
}
