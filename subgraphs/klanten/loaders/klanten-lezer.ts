import { geldt } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { klantInBereik, klantKolommen, type KlantRij, klantRij } from './klant-loader.ts';

/** For each sleutel in scope its own stretch of the index of klantsleutel, so that a page costs a page and not a caseload. */
const SQL = `
  with bladzijde as (
    select distinct gevonden.klant_id from unnest($1::text[]) as bereik (sleutel)
    cross join lateral (
      select s.klant_id from klantsleutel s
      where s.sleutel = bereik.sleutel and s.klant_id > $3 and ${geldt('s', 2)}
      order by s.klant_id limit $4
    ) as gevonden
    order by gevonden.klant_id limit $4
  )
  select ${klantKolommen(2)} from bladzijde join klant k on k.id = bladzijde.klant_id
  where ${klantInBereik(1, 2)} order by k.id`;

/** Reads at most `aantal` klanten in scope whose key comes after `na`, in the order of their keys. */
export function klantenLezer(
  tx: Leesbaar,
  { bereikPersonen }: Toegang,
  vandaag: string,
): (na: string, aantal: number) => Promise<readonly KlantRij[]> {
  return (na, aantal) => leesRijen(tx, klantRij, SQL, bereikPersonen, vandaag, na, aantal);
}
