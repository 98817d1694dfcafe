import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikSleutels } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, geheelGetal, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { EERSTE_PARAMETER, strekkenLoader, strekRij, type Strekvraag } from './strekken-loader.ts';
import { BEHEER } from './werkgever-loader.ts';

const vacatureRij = z.object({
  id: z.string(),
  nummerVacature: z.string(),
  naamVacature: z.string(),
  sluitingsdatumVacature: dag.nullable(),
  beroepCode: z.string(),
  codeWerkEnDenkniveauMinimaal: z.string().nullable(),
  urenMin: z.int(),
  urenMax: z.int(),
  aantalPlaatsen: z.int(),
  bezet: geheelGetal,
  status: z.string(),
  bereik: bereikSleutels,
});

/** One vacature as read; `bezet` is how many of its places a plaatsing takes. */
export type VacatureRij = z.infer<typeof vacatureRij>;

/** The columns of a vacature `t`, under the names of the graph. */
function kolommen(sleutels: number): string {
  return `
    t.id, t.nummer as "nummerVacature", t.naam as "naamVacature", t.sluitingsdatum::text as "sluitingsdatumVacature",
    t.beroep_code as "beroepCode", t.denkniveau as "codeWerkEnDenkniveauMinimaal", t.uren_min as "urenMin",
    t.uren_max as "urenMax", t.aantal_plaatsen as "aantalPlaatsen", t.status, array[t.sleutel_kvk] as bereik,
    coalesce((select b.aantal from bezetting b where b.vacature_id = t.id and ${filter('b', sleutels)}), 0) as bezet`;
}

function filter(tabel: string, sleutels: number): string {
  return `${tabel}.sleutel_kvk = any ($${sleutels}::text[])`;
}

/** Vacatures by key; `null` for a key that is unknown or out of scope. */
export function vacatureLoader(tx: Leesbaar, toegang: Toegang): DataLoader<string, VacatureRij | null> {
  return rijLoader(
    (ids) =>
      leesRijen(
        tx,
        vacatureRij,
        `select ${kolommen(2)} from vacature t where t.id = any ($1::text[]) and ${filter('t', 2)}`,
        ids,
        toegang.bereik(BEHEER),
      ),
    ({ id }) => id,
  );
}

/** Stretches of the vacatures of werkgevers in scope, the newest first. */
export function vacaturesLoader(
  tx: Leesbaar,
  toegang: Toegang,
): DataLoader<Strekvraag, readonly (VacatureRij & z.infer<typeof strekRij>)[], string> {
  return strekkenLoader(
    tx,
    {
      tabel: 'vacature',
      sleutel: 'kvk',
      dag: 'geopend_op',
      kolommen: kolommen(EERSTE_PARAMETER),
      filter: filter('t', EERSTE_PARAMETER),
      rij: vacatureRij.extend(strekRij.shape),
    },
    toegang.bereik(BEHEER),
  );
}
