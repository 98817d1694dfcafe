import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikSleutels, geldt, reikend } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group whose scope bounds who is found and listed. */
export const IDENTIFICEREND = 'klant.identificerend';

/** One klant as read. */
export const klantRij = z.object({
  id: z.string(),
  huishoudenId: z.string(),
  bsn: z.string(),
  naam: z.string(),
  geboortedatum: dag,
  verantwoordelijke: z.string(),
  bereik: bereikSleutels,
});
export type KlantRij = z.infer<typeof klantRij>;

/**
 * The columns of a klant `k`, under the names of the graph; `vandaag` is the number of a parameter. Who he is, is in
 * reach of every gemeente that has to do with him, not only of the one he lives in now.
 */
export function klantKolommen(vandaag: number): string {
  return `
    k.id, k.huishouden_id as "huishoudenId", k.bsn, k.naam, k.geboortedatum::text as geboortedatum, k.verantwoordelijke,
    array(
      select distinct s.sleutel from klantsleutel s where s.klant_id = k.id and ${geldt('s', vandaag)}
    ) as bereik`;
}

/** SQL that holds when the klant `k` is in reach; both arguments are numbers of parameters. */
export function klantInBereik(sleutels: number, vandaag: number): string {
  return `exists (
    select from klantsleutel s where s.klant_id = k.id and ${reikend('s', sleutels, vandaag)} offset 0)`;
}

const SQL = `select ${klantKolommen(3)} from klant k where k.id = any ($1::text[]) and ${klantInBereik(2, 3)}`;

/** Klanten by key; `null` for a key that is unknown or out of scope. */
export function klantLoader(
  tx: Leesbaar,
  { bereikPersonen }: Toegang,
  vandaag: string,
): DataLoader<string, KlantRij | null> {
  return rijLoader(
    (ids) => leesRijen(tx, klantRij, SQL, ids, bereikPersonen, vandaag),
    ({ id }) => id,
  );
}
