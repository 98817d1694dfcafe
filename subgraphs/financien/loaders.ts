import { klantlijstLoader } from '../chassis/bereik/klantlijst-loader.ts';
import type { Toegang } from '../chassis/guard/toegang.ts';
import { begrotingenLoader } from './loaders/begrotingen-loader.ts';
import { betalingenLoader } from './loaders/betalingen-loader.ts';
import { BESLAGEN, BETAALREGELS, REKENINGEN } from './loaders/betaaltabellen.ts';
import { samenwerkingsverbandLoader } from './loaders/samenwerkingsverband-loader.ts';
import { vorderingenLoader } from './loaders/vorderingen-loader.ts';
import type { Prisma } from './prisma/generated/client.ts';

/** The ways into the database during one request; one batch is one statement. */
export type FinancienLoaders = ReturnType<typeof maakLoaders>;

/** Makes the loaders of one request, on the day that the domain calls today. */
export function maakLoaders(tx: Prisma.TransactionClient, toegang: Toegang, vandaag: string) {
  return Object.freeze({
    vorderingen: vorderingenLoader(tx, toegang, vandaag),
    betalingen: betalingenLoader(tx, toegang, vandaag),
    rekeningen: klantlijstLoader(tx, toegang, vandaag, REKENINGEN),
    betaalregels: klantlijstLoader(tx, toegang, vandaag, BETAALREGELS),
    beslagen: klantlijstLoader(tx, toegang, vandaag, BESLAGEN),
    begrotingen: begrotingenLoader(tx, toegang),
    samenwerkingsverband: samenwerkingsverbandLoader(tx, vandaag),
  });
}
