import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikSleutels } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, geheelGetal } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { EERSTE_PARAMETER, nieuwsteEerst, type Strook } from './nieuwste-eerst.ts';

/** The data group whose scope bounds payments: the rows of one werkgever. */
const SUBSIDIE = 'werkgever.subsidie';

/** One payment of loonkostensubsidie as read; the amount in whole cents. */
const betalingRij = z.object({
  id: z.string(),
  klantId: z.string(),
  van: dag,
  totEnMet: dag,
  bedrag: geheelGetal,
  betaaldOp: dag,
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type BetalingRij = z.infer<typeof betalingRij>;

/** Stretches of the payments of loonkostensubsidies, the newest first; none about one who is afgeschermd. */
export function betalingenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<Strook, readonly BetalingRij[], string> {
  return nieuwsteEerst(tx, {
    tabel: 'subsidiebetaling',
    eigenaar: 'subsidie_id',
    dag: 'betaald_op',
    kolommen: `id, klant_id as "klantId", van::text as van, tot_en_met::text as "totEnMet", bedrag_cent as bedrag,
      betaald_op::text as "betaaldOp", verantwoordelijke, array[sleutel_kvk] as bereik`,
    rij: betalingRij,
    inBereik: `subsidiebetaling.sleutel_kvk = any ($${EERSTE_PARAMETER}::text[])
      and is_te_tonen(subsidiebetaling.klant_id, $${EERSTE_PARAMETER + 1}::date)`,
    parameters: [toegang.bereik(SUBSIDIE), vandaag],
  });
}
