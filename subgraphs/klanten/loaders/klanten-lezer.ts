import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { IDENTIFICEREND, klantInBereik, klantKolommen, type KlantRij, klantRij } from './klant-loader.ts';

/**
 * For each sleutel in scope, and each of the 16 knopen above today, its own stretch of the list, so that a page costs a
 * page and not a caseload, nor who once was in it.
 */
const SQL = `
  with bladzijde as (
    select distinct gevonden.klant_id
    from unnest($1::text[]) as bereik (sleutel)
    cross join unnest(knopen_op($2::date)) as vandaag (knoop)
    cross join lateral (
      select klant_id from klantlijst
      where sleutel = bereik.sleutel and knoop = vandaag.knoop and klant_id > $3
      order by klant_id limit $4
    ) as gevonden
    order by gevonden.klant_id limit $4
  )
  select ${klantKolommen(2)} from bladzijde join klant k on k.id = bladzijde.klant_id
  where ${klantInBereik(1, 2)} order by k.id`;

/**
 * Reads at most `aantal` klanten of whom may be told who they are, whose key comes after `na`, in the order of their keys:
 * what else is asked of them, perhaps of more people, makes the list no longer.
 */
export function klantenLezer(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): (na: string, aantal: number) => Promise<readonly KlantRij[]> {
  const bereik = toegang.bereik(IDENTIFICEREND);
  return (na, aantal) => leesRijen(tx, klantRij, SQL, bereik, vandaag, na, aantal);
}
