import type DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group whose scope bounds loonkostensubsidie: the rows of one werkgever. */
const SUBSIDIE = 'werkgever.subsidie';

const loonkostensubsidieRij = z.object({
  id: z.string(),
  plaatsingId: z.string(),
  klantId: z.string(),
  datumBeschikking: dag,
  /** A percentage of the minimum wage. */
  percentage: z.number(),
  datumStart: dag,
  datumEinde: dag,
  verantwoordelijke: z.string(),
  bereik: z.array(z.string()),
});
export type LoonkostensubsidieRij = z.infer<typeof loonkostensubsidieRij>;

const lees = (kolom: 'id' | 'plaatsing_id'): string => `
  select s.id, s.plaatsing_id as "plaatsingId", s.klant_id as "klantId",
    s.datum_beschikking::text as "datumBeschikking", s.promille / 10.0::float8 as percentage,
    s.start::text as "datumStart", s.einde::text as "datumEinde", s.verantwoordelijke, array[s.sleutel_kvk] as bereik
  from loonkostensubsidie s
  where s.${kolom} = any ($1::text[]) and s.sleutel_kvk = any ($2::text[])
    and is_te_tonen(s.klant_id, $3::date)`;

const PER_SUBSIDIE = lees('id');
const PER_PLAATSING = lees('plaatsing_id');

/** Loonkostensubsidies by key; `null` for a key that is unknown, of another werkgever, or about one who is afgeschermd. */
export function loonkostensubsidieLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, LoonkostensubsidieRij | null> {
  return rijLoader(
    (ids) => leesRijen(tx, loonkostensubsidieRij, PER_SUBSIDIE, ids, toegang.bereik(SUBSIDIE), vandaag),
    ({ id }) => id,
  );
}

/** The loonkostensubsidie of a plaatsing; `null` where there is none, it is of another werkgever, or about one who is afgeschermd. */
export function subsidieVanPlaatsingLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, LoonkostensubsidieRij | null> {
  return rijLoader(
    (plaatsingen) =>
      leesRijen(tx, loonkostensubsidieRij, PER_PLAATSING, plaatsingen, toegang.bereik(SUBSIDIE), vandaag),
    ({ plaatsingId }) => plaatsingId,
  );
}
