import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';

/** A stretch of the rows of one owner: at most `aantal`, after a place in the list. */
export interface Strook {
  /** The key of whose rows they are. */
  readonly van: string;
  readonly aantal: number;
  /** Day and key of the last row already given; absent at the begin of the list. */
  readonly na?: { readonly dag: string; readonly id: string };
}

/** A table whose rows are listed the newest first, each owner apart; there is an index on owner, day and id. */
export interface Lijstbron<Rij> {
  readonly tabel: string;
  /** The column with the key of the owner. */
  readonly eigenaar: string;
  /** The column with the day by which is sorted. */
  readonly dag: string;
  /** What is read, under the names of the graph; `id` is one of them. */
  readonly kolommen: string;
  readonly rij: z.ZodType<Rij>;
  /** SQL that holds when a row is in reach; its parameters are `parameters`, from the fifth on. */
  readonly inBereik: string;
  readonly parameters: readonly unknown[];
}

/** The number of the first parameter that is the list's own. */
export const EERSTE_PARAMETER = 5;

/** Later than every day, so that a list from its begin needs no other statement. */
const NA_ALLES = 'infinity';

const nummer = z.union([z.bigint(), z.number()]).transform(Number);

/** Stretches of lists, the newest first: one statement for all owners, each of whom stops at his own limit. */
export function nieuwsteEerst<Rij>(
  tx: Leesbaar,
  { tabel, eigenaar, dag, kolommen, rij, inBereik, parameters }: Lijstbron<Rij>,
): DataLoader<Strook, readonly Rij[], string> {
  const sql = `
    select strook.nr, r.* from unnest($1::text[], $2::date[], $3::text[], $4::int[])
      with ordinality as strook (van, na_dag, na_id, aantal, nr)
    cross join lateral (
      select ${tabel}.${dag} as op_dag, ${kolommen} from ${tabel}
      where ${tabel}.${eigenaar} = strook.van and ${inBereik}
        and (${tabel}.${dag}, ${tabel}.id) < (strook.na_dag, strook.na_id)
      order by ${tabel}.${dag} desc, ${tabel}.id desc limit strook.aantal
    ) as r
    order by strook.nr, r.op_dag desc, r.id desc`;
  const genummerd = z
    .looseObject({ nr: nummer })
    .transform(({ nr, ...rest }) => ({ nr, rij: rij.parse(rest) }));
  return new DataLoader<Strook, readonly Rij[], string>(
    async (stroken) => {
      const rijen = await leesRijen(
        tx,
        genummerd,
        sql,
        stroken.map(({ van }) => van),
        stroken.map(({ na }) => na?.dag ?? NA_ALLES),
        stroken.map(({ na }) => na?.id ?? ''),
        stroken.map(({ aantal }) => aantal),
        ...parameters,
      );
      const perStrook = Map.groupBy(rijen, ({ nr }) => nr);
      return stroken.map((_strook, at) => (perStrook.get(at + 1) ?? []).map((gelezen) => gelezen.rij));
    },
    { cacheKeyFn: ({ van, aantal, na }) => JSON.stringify([van, aantal, na?.dag, na?.id]) },
  );
}
