import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { EERSTE_PARAMETER, strekkenLoader, strekRij, type Strekvraag } from './strekken-loader.ts';

/** The data group whose scope bounds profielen, voordrachten and plaatsingen. */
export const PROFIEL = 'klant.profiel';

const voordrachtRij = z.object({
  id: z.string(),
  klantId: z.string(),
  beroepCode: z.string(),
  fase: z.enum(['VOORGEDRAGEN', 'UITGENODIGD', 'GEPLAATST', 'GEEINDIGD']),
  datum: dag,
  volgendeStap: z.string().nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});

/** One voordracht as read. */
export type VoordrachtRij = z.infer<typeof voordrachtRij>;

/**
 * SQL of the phase of the voordracht `v` today: with the last day of its plaatsing it has ended (`fase_op` in the database).
 * @param vandaag the number of the parameter with the day the domain calls today
 */
export function faseOp(v: string, vandaag: number): string {
  return `fase_op(${v}.id, ${v}.fase, $${vandaag}::date)`;
}

/** The columns of a voordracht `t`, under the names of the graph. */
function kolommen(vandaag: number): string {
  const fase = faseOp('t', vandaag);
  return `
    t.id, t.klant_id as "klantId", t.beroep_code as "beroepCode", ${fase} as fase, t.datum::text as datum,
    case when ${fase} <> 'GEEINDIGD' then t.volgende_stap end as "volgendeStap",
    t.verantwoordelijke, ${bereikKolom('t', vandaag, { kvk: true })}`;
}

/** Voordrachten by key; `null` for a key that is unknown or out of scope. */
export function voordrachtLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, VoordrachtRij | null> {
  return rijLoader(
    (ids) =>
      leesRijen(
        tx,
        voordrachtRij,
        `select ${kolommen(3)} from voordracht t where t.id = any ($1::text[]) and ${inBereik('t', 2, 3, { kvk: true })}`,
        ids,
        toegang.bereik(PROFIEL),
        vandaag,
      ),
    ({ id }) => id,
  );
}

/** Stretches of the voordrachten in scope of a vacature, or of a klant, the newest first. */
export function voordrachtenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
  sleutel: 'vacature_id' | 'klant_id',
): DataLoader<Strekvraag, readonly (VoordrachtRij & z.infer<typeof strekRij>)[], string> {
  return strekkenLoader(
    tx,
    {
      tabel: 'voordracht',
      sleutel,
      dag: 'datum',
      kolommen: kolommen(EERSTE_PARAMETER + 1),
      filter: inBereik('t', EERSTE_PARAMETER, EERSTE_PARAMETER + 1, { kvk: true }),
      rij: voordrachtRij.extend(strekRij.shape),
    },
    toegang.bereik(PROFIEL),
    vandaag,
  );
}
