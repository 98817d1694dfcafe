import type DataLoader from 'dataloader';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { DOSSIER, UITKERINGKOLOMMEN, type UitkeringRij, uitkeringRij } from './uitkering-rij.ts';

/** Uitkeringen by key; `null` for a key that is unknown or out of scope. */
export function uitkeringLoader(tx: Leesbaar, toegang: Toegang): DataLoader<string, UitkeringRij | null> {
  return rijLoader(
    (ids) =>
      leesRijen(
        tx,
        uitkeringRij,
        `select ${UITKERINGKOLOMMEN} from uitkering u
         where u.id = any ($1::text[]) and u.verantwoordelijke = any ($2::text[])`,
        ids,
        toegang.bereik(DOSSIER),
      ),
    ({ id }) => id,
  );
}
