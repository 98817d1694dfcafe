import type DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { DOSSIER } from './dossier.ts';
import { klantInBereik } from './klant-loader.ts';

const huishoudenRij = z.object({ id: z.string() });
export type HuishoudenRij = z.infer<typeof huishoudenRij>;

const SQL = `
  select h.id from huishouden h
  where h.id = any ($1::text[])
    and exists (select from klant k where k.huishouden_id = h.id and ${klantInBereik(2, 3)} offset 0)`;

/** Huishoudens by key; `null` when nobody of it is in scope. */
export function huishoudenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, HuishoudenRij | null> {
  return rijLoader(
    (ids) => leesRijen(tx, huishoudenRij, SQL, ids, toegang.bereik(DOSSIER), vandaag),
    ({ id }) => id,
  );
}
