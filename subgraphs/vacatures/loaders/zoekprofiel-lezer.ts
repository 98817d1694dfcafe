import type { z } from 'zod';
import { bereikKolom, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { profielRij } from './profiel-loader.ts';

/** The data group whose scope bounds what a werkgever sees before anybody is presented. */
const ZOEKPROFIEL = 'klant.zoekprofiel';

/** How the bereiksleutel of a gemeente begins that lets werkgevers look. */
const CV = 'cv/';

const zoekprofielRij = profielRij.omit({ postcode: true });

/** What work somebody looks for, as read: without the postcode, which tells more of where he lives than the gemeente. */
export type ZoekprofielRij = z.infer<typeof zoekprofielRij>;

/** Of each gemeente a stretch of its own index, and of these the first: a page does not read past other klanten. */
const SQL = `
  select r.* from unnest($1::text[]) as g (gemeente)
  cross join lateral (
    select p.klant_id as "klantId", p.reisafstand, p.uren_min as "urenMin", p.uren_max as "urenMax",
      array(select b.beroep_code from profiel_beroep b where b.klant_id = p.klant_id order by b.beroep_code) as "beroepCodes",
      p.verantwoordelijke, ${bereikKolom('p', 5)}
    from profiel p
    where p.verantwoordelijke = g.gemeente and p.klant_id > $2 and ${inBereik('p', 4, 5)}
    order by p.klant_id limit $3::int
  ) as r
  order by r."klantId" limit $3::int`;

/**
 * Reads a stretch of what work people look for in the gemeenten that let werkgevers see it, in the order of the key of the
 * klant: at most `aantal`, after the klant `na`.
 */
export function zoekprofielLezer(tx: Leesbaar, toegang: Toegang, vandaag: string) {
  const sleutels = toegang.bereik(ZOEKPROFIEL);
  const gemeenten = sleutels.flatMap((sleutel) => (sleutel.startsWith(CV) ? [sleutel.slice(CV.length)] : []));
  return (aantal: number, na = ''): Promise<readonly ZoekprofielRij[]> =>
    leesRijen(tx, zoekprofielRij, SQL, gemeenten, na, aantal, sleutels, vandaag);
}
