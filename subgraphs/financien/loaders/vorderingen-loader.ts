import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { STAND, VORDERINGKOLOMMEN, type VorderingRij, vorderingRij } from './vordering-rij.ts';

/** A stretch of the vorderingen on one klant: at most `aantal`, after a place in the list. */
export interface VorderingenVraag {
  readonly klantId: string;
  readonly aantal: number;
  /** Sort columns of the last vordering already given; absent at the begin of the list. */
  readonly na?: { readonly besluitdatum: string; readonly id: string };
}

/** Every klant asked for is a row of `vraag` and stops at its own limit. */
const SQL = `
  select vraag.nr, v.* from unnest($1::text[], $2::date[], $3::text[], $4::int[])
    with ordinality as vraag (klant_id, na_dag, na_id, aantal, nr)
  cross join lateral (
    select ${VORDERINGKOLOMMEN} from vordering
    where klant_id = vraag.klant_id and verantwoordelijke = any ($5::text[])
      and (besluitdatum, id) < (vraag.na_dag, vraag.na_id)
    order by vordering.besluitdatum desc, vordering.id desc limit vraag.aantal
  ) as v
  order by vraag.nr, v.besluitdatum desc, v.id desc`;

/** Later than every day, so that a list from its begin needs no other statement. */
const NA_ALLES = 'infinity';

const genummerd = vorderingRij.extend({ nr: z.union([z.bigint(), z.number()]).transform(Number) });

/** Stretches of the vorderingen on klanten, the newest first. */
export function vorderingenLoader(
  tx: Leesbaar,
  toegang: Toegang,
): DataLoader<VorderingenVraag, readonly VorderingRij[], string> {
  return new DataLoader<VorderingenVraag, readonly VorderingRij[], string>(
    async (vragen) => {
      const rijen = await leesRijen(
        tx,
        genummerd,
        SQL,
        vragen.map(({ klantId }) => klantId),
        vragen.map(({ na }) => na?.besluitdatum ?? NA_ALLES),
        vragen.map(({ na }) => na?.id ?? ''),
        vragen.map(({ aantal }) => aantal),
        toegang.bereik(STAND),
      );
      const perVraag = Map.groupBy(rijen, ({ nr }) => nr);
      return vragen.map((_vraag, i) => perVraag.get(i + 1) ?? []);
    },
    { cacheKeyFn: ({ klantId, aantal, na }) => JSON.stringify([klantId, aantal, na?.besluitdatum, na?.id]) },
  );
}
