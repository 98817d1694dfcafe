import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, geheelGetal } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { EERSTE_PARAMETER, nieuwsteEerst, type Strook } from './nieuwste-eerst.ts';

/** The data group whose scope bounds vorderingen. */
const STAND = 'financien.klant.stand';

const SLEUTELS = EERSTE_PARAMETER;
const VANDAAG = EERSTE_PARAMETER + 1;

/** One vordering as read; amounts in whole cents. */
const vorderingRij = z.object({
  id: z.string(),
  klantId: z.string(),
  besluitdatum: dag,
  oorspronkelijk: geheelGetal,
  openstaand: geheelGetal,
  laatsteBetaling: dag.nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type VorderingRij = z.infer<typeof vorderingRij>;

/** Stretches of the vorderingen on klanten, the newest first. */
export function vorderingenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<Strook, readonly VorderingRij[], string> {
  return nieuwsteEerst(tx, {
    tabel: 'vordering',
    eigenaar: 'klant_id',
    dag: 'besluitdatum',
    kolommen: `id, klant_id as "klantId", besluitdatum::text as besluitdatum, oorspronkelijk_cent as oorspronkelijk,
      openstaand_cent as openstaand, laatste_betaling::text as "laatsteBetaling", verantwoordelijke,
      ${bereikKolom('vordering', VANDAAG)}`,
    rij: vorderingRij,
    inBereik: inBereik('vordering', SLEUTELS, VANDAAG),
    parameters: [toegang.bereik(STAND), vandaag],
  });
}
