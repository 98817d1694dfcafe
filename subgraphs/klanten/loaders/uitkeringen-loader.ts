import type DataLoader from 'dataloader';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { DOSSIER, UITKERINGKOLOMMEN, type UitkeringRij, uitkeringRij } from './uitkering-rij.ts';

/** The uitkeringen of huishoudens in scope, the newest first. */
export function uitkeringenLoader(
  tx: Leesbaar,
  toegang: Toegang,
): DataLoader<string, readonly UitkeringRij[]> {
  return lijstLoader(
    (huishoudens) =>
      leesRijen(
        tx,
        uitkeringRij,
        `select ${UITKERINGKOLOMMEN} from uitkering u
         where u.huishouden_id = any ($1::text[]) and u.verantwoordelijke = any ($2::text[])
         order by u.ingangsdatum desc, u.id`,
        huishoudens,
        toegang.bereik(DOSSIER),
      ),
    ({ huishoudenId }) => huishoudenId,
  );
}
