import type { z } from 'zod';
import { klantlijstLoader, type Klanttabel } from '../chassis/bereik/klantlijst-loader.ts';
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
import * as tabellen from './loaders/klanttabellen.ts';
import { maandmutatiesLoader } from './loaders/maandmutaties-loader.ts';
import { noodtoegangenVan } from './loaders/noodtoegang-loader.ts';
import { redenEindeLoader } from './loaders/reden-einde-loader.ts';
import { regieLoader } from './loaders/regie-loader.ts';
import { standdelenLoader } from './loaders/standdelen-loader.ts';
import { uitkeringenVanHuishoudenLoader, uitkeringenVanKlantLoader } from './loaders/uitkeringen-loader.ts';
import { openAanvragenLezer, takenLezer } from './loaders/werklijst-lezer.ts';

/** The ways into the database during one request; one batch is one statement. */
export type KlantenLoaders = ReturnType<typeof maakLoaders>;

/** Makes the loaders of one request, asked on the day `vandaag`. */
export function maakLoaders(tx: Prisma.TransactionClient, toegang: Toegang, vandaag: string) {
  const lijst = <Vorm extends z.ZodRawShape>(tabel: Klanttabel<Vorm>) =>
    klantlijstLoader(tx, toegang, vandaag, tabel);
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
    redenEinde: redenEindeLoader(tx, toegang, vandaag),
    verplichtingen: lijst(tabellen.VERPLICHTINGEN),
    bevindingen: lijst(tabellen.BEVINDINGEN),
    bezwarenVanKlant: lijst(tabellen.BEZWAREN),
    veiligheid: lijst(tabellen.VEILIGHEID),
    doelgroepen: lijst(tabellen.DOELGROEPEN),
    belemmeringen: lijst(tabellen.BELEMMERINGEN),
    zrmScores: lijst(tabellen.ZRM_SCORES),
    verblijfsstatussen: lijst(tabellen.VERBLIJFSSTATUSSEN),
    onderzoeken: lijst(tabellen.ONDERZOEKEN),
    taken: takenLezer(tx, toegang, vandaag),
    openAanvragen: openAanvragenLezer(tx, toegang, vandaag),
    noodtoegangen: noodtoegangenVan(tx, toegang),
    gemeente: gemeenteLoader(tx),
    kengetallen: kengetallenLoader(tx, toegang),
    indicatoren: indicatorenLoader(tx, toegang),
    maandmutaties: maandmutatiesLoader(tx, toegang),
    standdelen: standdelenLoader(tx, toegang, vandaag),
  });
}
