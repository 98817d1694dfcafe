import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';

/** A stretch of the list of one key: at most `aantal` rows, after a place in it. */
export interface Strekvraag {
  readonly sleutel: string;
  readonly aantal: number;
  /** Sort columns of the last row already given; absent at the begin of the list. */
  readonly na?: { readonly dag: string; readonly id: string };
}

/** The sort columns of a row in a stretch; its id is the second. */
export const strekRij = z.object({ id: z.string(), dag });

/** Where the rows of a list stand; the table is called `t` in `kolommen` and `filter`. */
export interface Strek<Rij extends typeof strekRij> {
  readonly tabel: string;
  /** The column with the key of the list, the first of its index. */
  readonly sleutel: string;
  /** The column with the day, the second of its index; the id is the third. */
  readonly dag: string;
  readonly kolommen: string;
  /** What must hold of a row for this asker. */
  readonly filter: string;
  readonly rij: Rij;
}

/** Later than every day, so that a list from its begin needs no other statement. */
const NA_ALLES = 'infinity';

/** The number of the first parameter of `filter` and `kolommen`: those before it say which stretches are asked. */
export const EERSTE_PARAMETER = 5;

/**
 * Stretches of lists in the order of day and key, the newest first. Every list asked for is a row of `vraag`, reads its
 * own stretch of the index and stops at its own limit. `waarden` are the parameters of `filter` and `kolommen`.
 */
export function strekkenLoader<Rij extends typeof strekRij>(
  tx: Leesbaar,
  { tabel, sleutel, dag, kolommen, filter, rij }: Strek<Rij>,
  ...waarden: readonly unknown[]
): DataLoader<Strekvraag, readonly z.infer<Rij>[], string> {
  const sql = `
    select vraag.nr, r.* from unnest($1::text[], $2::date[], $3::text[], $4::int[])
      with ordinality as vraag (sleutel, na_dag, na_id, aantal, nr)
    cross join lateral (
      select ${kolommen}, t.${dag}::text as dag from ${tabel} t
      where t.${sleutel} = vraag.sleutel and ${filter} and (t.${dag}, t.id) < (vraag.na_dag, vraag.na_id)
      order by t.${dag} desc, t.id desc limit vraag.aantal
    ) as r
    order by vraag.nr, r.dag desc, r.id desc`;
  const genummerd = z.intersection(
    rij,
    z.object({ nr: z.union([z.bigint(), z.number()]).transform(Number) }),
  );
  return new DataLoader<Strekvraag, readonly z.infer<Rij>[], string>(
    async (vragen) => {
      const rijen = await leesRijen(
        tx,
        genummerd,
        sql,
        vragen.map((vraag) => vraag.sleutel),
        vragen.map(({ na }) => na?.dag ?? NA_ALLES),
        vragen.map(({ na }) => na?.id ?? ''),
        vragen.map(({ aantal }) => aantal),
        ...waarden,
      );
      const perVraag = Map.groupBy(rijen, ({ nr }) => nr);
      return vragen.map((_vraag, i) => perVraag.get(i + 1) ?? []);
    },
    { cacheKeyFn: (vraag) => JSON.stringify([vraag.sleutel, vraag.aantal, vraag.na?.dag, vraag.na?.id]) },
  );
}
