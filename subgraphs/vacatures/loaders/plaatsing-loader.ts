import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { CONTACT } from './kandidaat-loader.ts';
import { EERSTE_PARAMETER, strekkenLoader, strekRij, type Strekvraag } from './strekken-loader.ts';
import { PROFIEL } from './voordracht-loader.ts';

const plaatsingRij = z.object({
  id: z.string(),
  klantId: z.string(),
  soort: z.string(),
  naam: z.string().nullable(),
  begin: dag,
  einde: dag.nullable(),
  urenPerWeek: z.int(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});

/** One plaatsing as read; without the name once it has ended, to a werkgever of whom is afgeschermd, and where names are not in scope. */
export type PlaatsingRij = z.infer<typeof plaatsingRij>;

/**
 * The columns of a plaatsing `t`, under the names of the graph.
 * @param vandaag the number of the parameter with the day the domain calls today
 * @param namen the number of the parameter with the bereiksleutels of the names
 */
function kolommen(vandaag: number, namen: number): string {
  return `
    t.id, t.klant_id as "klantId", t.soort, t.begin::text as begin, t.einde::text as einde, t.uren as "urenPerWeek",
    (select n.naam from plaatsing_naam n
      where n.plaatsing_id = t.id and n.kvk = t.kvk and (t.einde is null or $${vandaag}::date <= t.einde)
        and ${inBereik('n', namen, vandaag, { kvk: true, alsTeTonen: true })}) as naam,
    t.verantwoordelijke, ${bereikKolom('t', vandaag, { kvk: true })}`;
}

/** Plaatsingen by key; `null` for a key that is unknown or out of scope. */
export function plaatsingLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, PlaatsingRij | null> {
  return rijLoader(
    (ids) =>
      leesRijen(
        tx,
        plaatsingRij,
        `select ${kolommen(3, 4)} from plaatsing t where t.id = any ($1::text[]) and ${inBereik('t', 2, 3, { kvk: true })}`,
        ids,
        toegang.bereik(PROFIEL),
        vandaag,
        toegang.bereik(CONTACT),
      ),
    ({ id }) => id,
  );
}

/** Stretches of the plaatsingen in scope at werkgevers, the newest first. */
export function plaatsingenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<Strekvraag, readonly (PlaatsingRij & z.infer<typeof strekRij>)[], string> {
  return strekkenLoader(
    tx,
    {
      tabel: 'plaatsing',
      sleutel: 'kvk',
      dag: 'begin',
      kolommen: kolommen(EERSTE_PARAMETER + 1, EERSTE_PARAMETER + 2),
      filter: inBereik('t', EERSTE_PARAMETER, EERSTE_PARAMETER + 1, { kvk: true }),
      rij: plaatsingRij.extend(strekRij.shape),
    },
    toegang.bereik(PROFIEL),
    vandaag,
    toegang.bereik(CONTACT),
  );
}
