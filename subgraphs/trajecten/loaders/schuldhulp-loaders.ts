import type DataLoader from 'dataloader';
import { z } from 'zod';
import { type Klantrij, klantlijstLoader, type Klanttabel } from '../../chassis/bereik/klantlijst-loader.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, geheelGetal } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

const SHV = 'shv';

const trajectvorm = { id: z.string(), fase: z.string(), begin: dag, einde: dag.nullable() };
const schuldvorm = { schuldhulptrajectId: z.string(), schuldeiser: z.string(), bedrag: geheelGetal };
const looptvorm = { begin: dag };

/** One schuldhulptraject as read. */
export type SchuldhulptrajectRij = Klantrij<typeof trajectvorm>;

/** One schuld as read; amounts in whole cents. */
export type SchuldRij = Klantrij<typeof schuldvorm>;

const TRAJECTEN: Klanttabel<typeof trajectvorm> = {
  tabel: 'schuldhulptraject',
  groep: SHV,
  kolommen: 't.id, t.fase, t.begin::text as begin, t.einde::text as einde',
  vorm: trajectvorm,
  volgorde: 't.begin desc, t.id',
};

const SCHULDEN: Klanttabel<typeof schuldvorm> = {
  tabel: 'schuld',
  groep: SHV,
  kolommen: 't.schuldhulptraject_id as "schuldhulptrajectId", t.schuldeiser, t.bedrag_cent as bedrag',
  vorm: schuldvorm,
  volgorde: 't.schuldhulptraject_id, t.volgnummer',
};

/** What runs today, of which nothing but that is told. */
const LOPEND: Klanttabel<typeof looptvorm> = {
  tabel: 'schuldhulptraject',
  groep: 'shv.loopt',
  kolommen: 't.begin::text as begin',
  vorm: looptvorm,
  volgorde: 't.begin',
  waarbij: 't.begin <= $3::date and (t.einde is null or $3::date <= t.einde)',
};

/** The schuldhulptrajecten of klanten in scope, the newest first. */
export function schuldhulptrajectenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly SchuldhulptrajectRij[]> {
  return klantlijstLoader(tx, toegang, vandaag, TRAJECTEN);
}

/** The schulden in all schuldhulptrajecten of klanten in scope, in the order in which they were noted. */
export function schuldenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly SchuldRij[]> {
  return klantlijstLoader(tx, toegang, vandaag, SCHULDEN);
}

/** What of the schuldhulp of klanten in scope runs today. */
export function lopendeSchuldhulpLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly Klantrij<typeof looptvorm>[]> {
  return klantlijstLoader(tx, toegang, vandaag, LOPEND);
}
