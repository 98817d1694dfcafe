import type DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { geheelGetal, leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { inKolommen, type Tijdvak, tijdvakLoader } from './tijdvak-loader.ts';

/** The data group whose scope bounds breakdowns of stuurinformatie. */
const UITSPLITSING = 'sturing.uitsplitsing';

const deelRij = z.object({ nummer: z.int(), leefvorm: z.string(), aantal: geheelGetal });

/** A part of a stand. */
export type DeelRij = Omit<z.infer<typeof deelRij>, 'nummer'>;

const SQL = `
  select t.nummer, m.waarde as leefvorm, sum(m.aantal)::bigint as aantal
  from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as t (nummer, gemeente, van, tot)
  join maandmutatie m on m.gemeente = t.gemeente and m.uitsplitsing = 'LEEFVORM' and m.geldig_maand <= t.tot
  where m.gemeente = any ($5::text[]) and m.verwerkt_maand <= $6
  group by 1, 2 order by 1, 2`;

/** The uitkeringen by leefvorm at the end of the last month of a stretch, as known in the month of `vandaag`. */
export function standdelenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<Tijdvak, readonly DeelRij[], string> {
  return tijdvakLoader((tijdvakken) =>
    leesRijen(tx, deelRij, SQL, ...inKolommen(tijdvakken), toegang.bereik(UITSPLITSING), vandaag.slice(0, 7)),
  );
}
