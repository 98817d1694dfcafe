import { z } from 'zod';
import { bereikSleutels, inBereik } from '../../chassis/bereik/klantbereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { TRAJECT } from './traject-loaders.ts';

/** One klant who is not seen to. */
const ongezienRij = z.object({
  klantId: z.string(),
  metPartner: z.boolean(),
  laatsteTrajectTot: dag.nullable(),
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type OngezienRij = z.infer<typeof ongezienRij>;

/**
 * For each sleutel its own stretch of the index of its column, which ends at a page; the sleutel of a regisseur is the
 * one with a slash. What runs is looked up klant by klant: a join would be free to read all that runs for anybody.
 */
const stretch = (kolom: 'sleutel_gemeente' | 'sleutel_regie'): string => `
  select b.* from unnest($1::text[]) as s (sleutel)
  cross join lateral (
    select b.klant_id, b.verantwoordelijke, b.partner_id, b.sleutel_gemeente, b.sleutel_regie, b.sleutel_klant
    from klantbereik b
    where b.${kolom} = s.sleutel and b.klant_id > $3
      and b.geldig_van <= $2::date and (b.geldig_tot is null or $2::date < b.geldig_tot)
      and coalesce((
        select false from loopt l
        where l.klant_id = any (array[b.klant_id, b.partner_id])
          and l.van <= $2::date and (l.tot is null or $2::date < l.tot)
        limit 1
      ), true)
    order by b.klant_id limit $4
  ) as b
  where position('/' in s.sleutel) ${kolom === 'sleutel_regie' ? '>' : '='} 0`;

/** The page first, by keys alone; then what is said of the klanten on it. */
const SQL = `
  select b.klant_id as "klantId", b.partner_id is not null as "metPartner", b.verantwoordelijke,
    array_remove(array[b.sleutel_gemeente, b.sleutel_regie, b.sleutel_klant], null) as bereik,
    (
      select t.einde::text from traject t
      where t.klant_id = b.klant_id and t.begin <= $2::date and ${inBereik('t', 1, 2)}
      order by t.begin desc, t.id desc limit 1
    ) as "laatsteTrajectTot"
  from (
    select distinct on (b.klant_id) b.*
    from (${stretch('sleutel_gemeente')} union all ${stretch('sleutel_regie')}) as b
    order by b.klant_id, b.verantwoordelijke limit $4
  ) as b
  order by b.klant_id`;

/**
 * Reads at most `aantal` klanten in scope for whom, nor for whose partner, anything runs today, and whose key comes
 * after `na`, in the order of their keys.
 */
export function ongezienLezer(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): (na: string, aantal: number) => Promise<readonly OngezienRij[]> {
  return (na, aantal) => leesRijen(tx, ongezienRij, SQL, toegang.bereik(TRAJECT), vandaag, na, aantal);
}
