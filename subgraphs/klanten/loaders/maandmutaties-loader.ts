import type DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { geheelGetal, leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import type { Maandmutatie } from '../regels/dossierstand.ts';
import { STURING } from './kengetallen-loader.ts';
import { inKolommen, type Tijdvak, tijdvakLoader } from './tijdvak-loader.ts';

const mutatieRij = z.object({
  nummer: z.int(),
  geldigMaand: z.string(),
  verwerktMaand: z.string(),
  soort: z.string(),
  aantal: geheelGetal,
});

/** All that came before a stretch is told as of its first month: no stand within it asks when exactly. */
const SQL = `
  select t.nummer, greatest(m.geldig_maand, t.van) as "geldigMaand", greatest(m.verwerkt_maand, t.van) as "verwerktMaand",
    m.soort, sum(m.aantal)::bigint as aantal
  from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as t (nummer, gemeente, van, tot)
  join maandmutatie m on m.gemeente = t.gemeente and m.uitsplitsing = 'TOTAAL' and m.waarde = '' and m.geldig_maand <= t.tot
  where m.gemeente = any ($5::text[])
  group by 1, 2, 3, 4`;

/**
 * The mutations of gemeenten in scope up to the end of a stretch of months, summed by month; what took effect or
 * was known before the first month of the stretch counts as of that month.
 */
export function maandmutatiesLoader(
  tx: Leesbaar,
  toegang: Toegang,
): DataLoader<Tijdvak, readonly Maandmutatie[], string> {
  return tijdvakLoader((tijdvakken) =>
    leesRijen(tx, mutatieRij, SQL, ...inKolommen(tijdvakken), toegang.bereik(STURING)),
  );
}
