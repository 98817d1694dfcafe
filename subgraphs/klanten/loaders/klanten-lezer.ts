import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { KLANTKOLOMMEN, type KlantRij, klantRij } from './klant-loader.ts';

/** For each gemeente in scope its own stretch of the index, so that a page costs a page and not a table. */
const SQL = `
  select k.* from unnest($1::text[]) as bereik (gemeente)
  cross join lateral (
    select ${KLANTKOLOMMEN} from klant
    where verantwoordelijke = bereik.gemeente and id > $2
    order by id limit $3
  ) as k
  order by k.id limit $3`;

/** Reads at most `aantal` klanten in scope whose key comes after `na`, in the order of their keys. */
export function klantenLezer(
  tx: Leesbaar,
  { bereikPersonen }: Toegang,
): (na: string, aantal: number) => Promise<readonly KlantRij[]> {
  return (na, aantal) => leesRijen(tx, klantRij, SQL, bereikPersonen, na, aantal);
}
