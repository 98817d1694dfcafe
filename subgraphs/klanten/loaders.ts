import type { Toegang } from '../chassis/guard/toegang.ts';
import type { Prisma } from './prisma/generated/client.ts';
import { aanvragenLoader } from './loaders/aanvragen-loader.ts';
import { bezwaarLoader } from './loaders/bezwaar-loader.ts';
import { gemeenteLoader } from './loaders/gemeente-loader.ts';
import { huishoudenLoader } from './loaders/huishouden-loader.ts';
import { indelingLoader } from './loaders/indeling-loader.ts';
import { indicatorenLoader, kengetallenLoader } from './loaders/kengetallen-loader.ts';
import { klantLoader } from './loaders/klant-loader.ts';
import { klantenLezer } from './loaders/klanten-lezer.ts';
import { klantZoeker } from './loaders/klant-zoeker.ts';
import { maandmutatiesLoader } from './loaders/maandmutaties-loader.ts';
import { regieLoader } from './loaders/regie-loader.ts';
import { standdelenLoader } from './loaders/standdelen-loader.ts';
import { uitkeringenVanHuishoudenLoader, uitkeringenVanKlantLoader } from './loaders/uitkeringen-loader.ts';
import { openAanvragenLezer, takenLezer } from './loaders/werklijst-lezer.ts';

/** The ways into the database during one request; one batch is one statement. */
export type KlantenLoaders = ReturnType<typeof maakLoaders>;

/** Makes the loaders of one request, asked on the day `vandaag`. */
export function maakLoaders(tx: Prisma.TransactionClient, toegang: Toegang, vandaag: string) {
  return Object.freeze({
    klant: klantLoader(tx, toegang, vandaag),
    klanten: klantenLezer(tx, toegang, vandaag),
    zoek: klantZoeker(tx, toegang, vandaag),
    huishouden: huishoudenLoader(tx, toegang, vandaag),
    uitkeringenVanKlant: uitkeringenVanKlantLoader(tx, toegang, vandaag),
    uitkeringenVanHuishouden: uitkeringenVanHuishoudenLoader(tx, toegang, vandaag),
    regie: regieLoader(tx, toegang, vandaag),
    indelingen: indelingLoader(tx, toegang, vandaag),
    aanvragen: aanvragenLoader(tx, toegang, vandaag),
    bezwaren: bezwaarLoader(tx, toegang, vandaag),
    taken: takenLezer(tx, toegang, vandaag),
    openAanvragen: openAanvragenLezer(tx, toegang, vandaag),
    gemeente: gemeenteLoader(tx),
    kengetallen: kengetallenLoader(tx, toegang),
    indicatoren: indicatorenLoader(tx, toegang),
    maandmutaties: maandmutatiesLoader(tx, toegang),
    standdelen: standdelenLoader(tx, toegang, vandaag),
  });
}
