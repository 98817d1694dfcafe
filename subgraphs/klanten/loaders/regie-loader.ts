import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { DOSSIER } from './dossier.ts';

const regieRij = z.object({
  klantId: z.string(),
  rol: z.string(),
  medewerker: z.string(),
  team: z.string(),
  geldigVan: dag,
  geldigTot: dag.nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});

/** One line of the history of who has the regie. */
export type RegieRij = z.infer<typeof regieRij>;

const SQL = `
  select r.klant_id as "klantId", r.rol, r.medewerker, r.team, r.geldig_van::text as "geldigVan",
    r.geldig_tot::text as "geldigTot", r.verantwoordelijke, ${bereikKolom('r', 3)}
  from regie r where r.klant_id = any ($1::text[]) and ${inBereik('r', 2, 3)}
  order by r.geldig_van desc, r.rol`;

/** Who has and had the regie over klanten in scope, the newest first. */
export function regieLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly RegieRij[]> {
  return lijstLoader(
    (klanten) => leesRijen(tx, regieRij, SQL, klanten, toegang.bereik(DOSSIER), vandaag),
    ({ klantId }) => klantId,
  );
}
