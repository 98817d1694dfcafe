import { z } from 'zod';
import { bereikSleutels, geldt, inBereik } from '../../chassis/bereik/in-bereik.ts';
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
 * The page first, by keys alone: for each sleutel, and each of the 16 knopen above today, its own stretch of the index,
 * which ends at a page. Then what is said of the klanten on it.
 */
const SQL = `
  select o.klant_id as "klantId", b."metPartner", b.verantwoordelijke, b.bereik,
    (
      select t.einde::text from traject t
      where t.klant_id = o.klant_id and t.begin <= $2::date and ${inBereik('t', 1, 2)}
      order by t.begin desc, t.id desc limit 1
    ) as "laatsteTrajectTot"
  from (
    select distinct on (o.klant_id) o.klant_id, s.sleutel
    from unnest($1::text[]) as s (sleutel)
    cross join unnest(knopen_op($2::date)) as k (knoop)
    cross join lateral (
      select klant_id from ongezien
      where sleutel = s.sleutel and knoop = k.knoop and klant_id > $3
      order by klant_id limit $4
    ) as o
    order by o.klant_id, s.sleutel limit $4
  ) as o
  cross join lateral (
    select s.verantwoordelijke, is_te_tonen(b.partner_id, $2::date) as "metPartner",
      array(
        select r.sleutel from klantsleutel r
        where r.klant_id = s.klant_id and r.verantwoordelijke = s.verantwoordelijke and ${geldt('r', 2)}
      ) as bereik
    from klantsleutel s
    join klantbereik b
      on b.klant_id = s.klant_id and b.verantwoordelijke = s.verantwoordelijke and ${geldt('b', 2)}
    where s.klant_id = o.klant_id and s.sleutel = o.sleutel and ${geldt('s', 2)}
    order by s.verantwoordelijke limit 1
  ) as b
  order by o.klant_id`;

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
