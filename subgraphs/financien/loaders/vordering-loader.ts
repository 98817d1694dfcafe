import type DataLoader from 'dataloader';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { STAND, VORDERINGKOLOMMEN, type VorderingRij, vorderingRij } from './vordering-rij.ts';

/** Vorderingen by key; `null` for a key that is unknown or out of scope. */
export function vorderingLoader(tx: Leesbaar, toegang: Toegang): DataLoader<string, VorderingRij | null> {
  return rijLoader(
    (ids) =>
      leesRijen(
        tx,
        vorderingRij,
        `select ${VORDERINGKOLOMMEN} from vordering
         where id = any ($1::text[]) and verantwoordelijke = any ($2::text[])`,
        ids,
        toegang.bereik(STAND),
      ),
    ({ id }) => id,
  );
}
