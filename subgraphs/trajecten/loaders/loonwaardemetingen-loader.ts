import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group whose scope bounds what follows from somebody's health. */
const BIJZONDER = 'klant.bijzonder';

const loonwaardemetingRij = z.object({
  klantId: z.string(),
  datum: dag,
  /** A percentage of the minimum wage. */
  loonwaarde: z.number(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type LoonwaardemetingRij = z.infer<typeof loonwaardemetingRij>;

const SQL = `
  select m.klant_id as "klantId", m.datum::text as datum, m.promille / 10.0::float8 as loonwaarde,
    m.verantwoordelijke, ${bereikKolom('m', 3)}
  from loonwaardemeting m
  where m.klant_id = any ($1::text[]) and ${inBereik('m', 2, 3)}
  order by m.datum desc`;

/** The metingen of the loonwaarde of klanten in scope, the newest first. */
export function loonwaardemetingenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly LoonwaardemetingRij[]> {
  return lijstLoader(
    (klanten) => leesRijen(tx, loonwaardemetingRij, SQL, klanten, toegang.bereik(BIJZONDER), vandaag),
    ({ klantId }) => klantId,
  );
}
