import type DataLoader from 'dataloader';
import { z } from 'zod';
import { type Klantrij, klantlijstLoader, type Klanttabel } from '../../chassis/bereik/klantlijst-loader.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

const vorm = { indicatieLdrRegistratie: z.boolean(), eisAanWerk: z.string().nullable() };

/** What of a profiel says something of somebody's health. */
export type ProfielBijzonderRij = Klantrij<typeof vorm>;

const TABEL: Klanttabel<typeof vorm> = {
  tabel: 'profiel_bijzonder',
  groep: 'klant.bijzonder',
  kolommen: 't.indicatie_ldr_registratie as "indicatieLdrRegistratie", t.eis_aan_werk as "eisAanWerk"',
  vorm,
  volgorde: 't.klant_id',
};

/** The one row, or none, of klanten in scope. */
export function profielBijzonderLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly ProfielBijzonderRij[]> {
  return klantlijstLoader(tx, toegang, vandaag, TABEL);
}
