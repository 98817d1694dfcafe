import type { Toegang } from '../chassis/guard/toegang.ts';
import type { Prisma } from './prisma/generated/client.ts';
import { gemeenteLoader } from './loaders/gemeente-loader.ts';
import { kengetallenLoader } from './loaders/kengetallen-loader.ts';
import { klantLoader } from './loaders/klant-loader.ts';
import { klantenLezer } from './loaders/klanten-lezer.ts';
import { uitkeringenLoader } from './loaders/uitkeringen-loader.ts';

/** The ways into the database during one request; one batch is one statement. */
export type KlantenLoaders = ReturnType<typeof maakLoaders>;

/** Makes the loaders of one request. */
export function maakLoaders(tx: Prisma.TransactionClient, toegang: Toegang) {
  return Object.freeze({
    klant: klantLoader(tx, toegang),
    klanten: klantenLezer(tx, toegang),
    uitkeringen: uitkeringenLoader(tx, toegang),
    gemeente: gemeenteLoader(tx),
    kengetallen: kengetallenLoader(tx, toegang),
  });
}
