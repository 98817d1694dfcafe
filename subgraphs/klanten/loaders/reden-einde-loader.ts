import type DataLoader from 'dataloader';
import { z } from 'zod';
import { inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group of why an uitkering ended, as it was written down. */
const REDEN_EINDE = 'klant.redenEinde';

const redenRij = z.object({ uitkeringId: z.string(), reden: z.string() });
type RedenRij = z.infer<typeof redenRij>;

const SQL = `
  select r.uitkering_id as "uitkeringId", r.reden from reden_einde r
  where r.uitkering_id = any ($1::text[]) and ${inBereik('r', 2, 3)}`;

/** Why uitkeringen ended, by the key of the uitkering; `null` for one that runs or is out of scope. */
export function redenEindeLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, RedenRij | null> {
  return rijLoader(
    (uitkeringen) => leesRijen(tx, redenRij, SQL, uitkeringen, toegang.bereik(REDEN_EINDE), vandaag),
    ({ uitkeringId }) => uitkeringId,
  );
}
