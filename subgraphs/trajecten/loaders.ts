import type { Toegang } from '../chassis/guard/toegang.ts';
import { aanbiederLoader } from './loaders/aanbieder-loader.ts';
import {
  loonkostensubsidieLoader,
  subsidieVanPlaatsingLoader,
} from './loaders/loonkostensubsidie-loaders.ts';
import { loonwaardemetingenLoader } from './loaders/loonwaardemetingen-loader.ts';
import { ongezienLezer } from './loaders/ongezien-lezer.ts';
import { programmaLoader } from './loaders/programma-loader.ts';
import { resultatenLoader } from './loaders/resultaten-loader.ts';
import {
  lopendeSchuldhulpLoader,
  schuldenLoader,
  schuldhulptrajectenLoader,
} from './loaders/schuldhulp-loaders.ts';
import { trajectenLoader, trajectLoader } from './loaders/traject-loaders.ts';
import { voorzieningenLoader } from './loaders/voorzieningen-loader.ts';
import type { Prisma } from './prisma/generated/client.ts';

/** The ways into the database during one request; one batch is one statement. */
export type TrajectenLoaders = ReturnType<typeof maakLoaders>;

/** Makes the loaders of one request. */
export function maakLoaders(tx: Prisma.TransactionClient, toegang: Toegang, vandaag: string) {
  return Object.freeze({
    traject: trajectLoader(tx, toegang, vandaag),
    trajecten: trajectenLoader(tx, toegang, vandaag),
    voorzieningen: voorzieningenLoader(tx, toegang, vandaag),
    loonwaardemetingen: loonwaardemetingenLoader(tx, toegang, vandaag),
    lopendeSchuldhulp: lopendeSchuldhulpLoader(tx, toegang, vandaag),
    schuldhulptrajecten: schuldhulptrajectenLoader(tx, toegang, vandaag),
    schulden: schuldenLoader(tx, toegang, vandaag),
    loonkostensubsidie: loonkostensubsidieLoader(tx, toegang, vandaag),
    subsidieVanPlaatsing: subsidieVanPlaatsingLoader(tx, toegang, vandaag),
    programma: programmaLoader(tx, vandaag),
    aanbieder: aanbiederLoader(tx),
    resultaten: resultatenLoader(tx, toegang),
    ongezien: ongezienLezer(tx, toegang, vandaag),
  });
}
