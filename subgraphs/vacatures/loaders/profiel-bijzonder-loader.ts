import type DataLoader from 'dataloader';
import { z } from 'zod';
import { type Klantrij, klantlijstLoader, type Klanttabel } from '../../chassis/bereik/klantlijst-loader.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

const vorm = { eisAanWerk: z.string().nullable() };
const ldrvorm = { indicatie: z.boolean(), bron: z.string() };

/** What of a profiel says something of somebody's health. */
export type ProfielBijzonderRij = Klantrij<typeof vorm>;

const TABEL: Klanttabel<typeof vorm> = {
  tabel: 'profiel_bijzonder',
  groep: 'klant.bijzonder',
  kolommen: 't.eis_aan_werk as "eisAanWerk"',
  vorm,
  volgorde: 't.klant_id',
};

/** Whether somebody is in the register of UWV, from which it was obtained. */
export type LdrRegistratieRij = Klantrij<typeof ldrvorm>;

const LDR: Klanttabel<typeof ldrvorm> = {
  tabel: 'ldr_registratie',
  groep: 'klant.bijzonder',
  kolommen: 't.indicatie, t.bron',
  vorm: ldrvorm,
  volgorde: 't.klant_id',
  heeftBron: true,
};

/** The one row, or none, of klanten in scope. */
export function profielBijzonderLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly ProfielBijzonderRij[]> {
  return klantlijstLoader(tx, toegang, vandaag, TABEL);
}

/** The one row, or none, of klanten in scope. */
export function ldrRegistratieLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly LdrRegistratieRij[]> {
  return klantlijstLoader(tx, toegang, vandaag, LDR);
}
