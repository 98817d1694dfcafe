import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { klantInBereik, klantKolommen, type KlantRij, klantRij } from './klant-loader.ts';

/** The klanten after `$3` that a sleutel of this column reaches today: a stretch of its index, and no more than a page. */
const strek = (kolom: string): string => `
  (select b.klant_id from klantbereik b
   where b.${kolom} = bereik.sleutel and b.klant_id > $3
     and b.geldig_van <= $2::date and (b.geldig_tot is null or $2::date < b.geldig_tot)
   order by b.klant_id limit $4)`;

/** For each sleutel in scope its own stretches, so that a page costs a page and not a caseload. */
const SQL = `
  with bladzijde as (
    select distinct gevonden.klant_id from unnest($1::text[]) as bereik (sleutel)
    cross join lateral (
      ${strek('sleutel_gemeente')}
      union all ${strek('sleutel_regie')}
      union all (select b.klant_id from klantbereik b where b.sleutel_klant = bereik.sleutel and b.klant_id > $3)
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
