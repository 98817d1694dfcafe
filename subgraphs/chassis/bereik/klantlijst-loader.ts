import type DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../database/databank.ts';
import { leesRijen } from '../database/lees-rijen.ts';
import { lijstLoader } from '../database/rij-loader.ts';
import type { Toegang } from '../guard/toegang.ts';
import { bereikKolom, bereikSleutels, inBereik, type Persoonstabel } from './in-bereik.ts';

/** A table of which each row is about one klant, and which holds what one data group says of him. */
export interface Klanttabel<Vorm extends z.ZodRawShape> {
  readonly tabel: string;
  readonly groep: string;
  /** SQL of what is read of a row `t`, under the names of the graph. */
  readonly kolommen: string;
  /** The shape of what is read. */
  readonly vorm: Vorm;
  /** SQL by which the rows of one klant are sorted. */
  readonly volgorde: string;
  /**
   * Whether a row says in `bron` from which source outside the gemeente it was obtained: then a party of the case, another
   * organisation, is not given it.
   */
  readonly heeftBron?: true;
  /** SQL of what else must hold of a row `t`; `$3` is the day the domain calls today. */
  readonly waarbij?: string;
}

/** What every row of such a table has beside its own. */
const VAST = { klantId: z.string(), verantwoordelijke: z.string(), bereik: bereikSleutels };

/** A row as read, of a table with this shape. */
export type Klantrij<Vorm extends z.ZodRawShape> = z.infer<z.ZodObject<Vorm & typeof VAST>>;

/** The rows of klanten in scope of the group of the table, by the key of the klant. */
export function klantlijstLoader<Vorm extends z.ZodRawShape>(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
  { tabel, groep, kolommen, vorm, volgorde, heeftBron, waarbij = 'true' }: Klanttabel<Vorm>,
): DataLoader<string, readonly Klantrij<Vorm>[]> {
  const rij = z.object({ ...vorm, ...VAST }) as unknown as z.ZodType<Klantrij<Vorm>>;
  const soort: Persoonstabel = heeftBron
    ? { uitvoerder: "case when t.bron is null then split_part(s.sleutel, '/', 2) end" }
    : {};
  const sql = `
    select ${kolommen}, t.klant_id as "klantId", t.verantwoordelijke, ${bereikKolom('t', 3, soort)}
    from ${tabel} t where t.klant_id = any ($1::text[]) and ${inBereik('t', 2, 3, soort)} and ${waarbij}
    order by ${volgorde}`;
  return lijstLoader(
    (klanten) => leesRijen(tx, rij, sql, klanten, toegang.bereik(groep), vandaag),
    (gelezen) => (gelezen as z.infer<z.ZodObject<typeof VAST>>).klantId,
  );
}
