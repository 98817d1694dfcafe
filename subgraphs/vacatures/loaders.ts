import type { Toegang } from '../chassis/guard/toegang.ts';
import { arbeidsmarktregioLoader, regioVanGemeenteLoader } from './loaders/arbeidsmarktregio-loader.ts';
import { beroepLoader } from './loaders/beroep-loader.ts';
import { kandidaatNaamLoader, wensenLoader } from './loaders/kandidaat-loader.ts';
import { plaatsingenLoader, plaatsingLoader } from './loaders/plaatsing-loader.ts';
import { ldrRegistratieLoader, profielBijzonderLoader } from './loaders/profiel-bijzonder-loader.ts';
import { profielLoader } from './loaders/profiel-loader.ts';
import { stapZetter } from './loaders/stap-zetter.ts';
import { vacatureLoader, vacaturesLoader } from './loaders/vacature-loader.ts';
import { voordrachtenLoader, voordrachtLoader } from './loaders/voordracht-loader.ts';
import { stappenLoader } from './loaders/voordrachtstap-loader.ts';
import { vestigingenLoader, werkgeverLoader } from './loaders/werkgever-loader.ts';
import { wspCellenLoader, wspTellingenLoader } from './loaders/wsp-kwartaal-loader.ts';
import { zoekprofielLezer } from './loaders/zoekprofiel-lezer.ts';
import type { Prisma } from './prisma/generated/client.ts';

/** The ways into the database during one request; one batch is one statement. */
export type VacaturesLoaders = ReturnType<typeof maakLoaders>;

/** Makes the loaders of one request. */
export function maakLoaders(tx: Prisma.TransactionClient, toegang: Toegang, vandaag: string) {
  const vanVoordrachten = {
    voordracht: voordrachtLoader(tx, toegang, vandaag),
    voordrachtenVanVacature: voordrachtenLoader(tx, toegang, vandaag, 'vacature_id'),
    voordrachtenVanKlant: voordrachtenLoader(tx, toegang, vandaag, 'klant_id'),
    stappen: stappenLoader(tx, toegang, vandaag),
    wensen: wensenLoader(tx, toegang, vandaag),
    kandidaatNaam: kandidaatNaamLoader(tx, toegang, vandaag),
    profiel: profielLoader(tx, toegang, vandaag),
  };
  return Object.freeze({
    ...vanVoordrachten,
    zetStap: stapZetter(tx, toegang),
    /** Forgets what was read and may change with the phase of a voordracht. */
    vergeet: () => {
      for (const loader of Object.values(vanVoordrachten)) loader.clearAll();
    },
    werkgever: werkgeverLoader(tx, toegang),
    vestigingen: vestigingenLoader(tx, toegang),
    vacature: vacatureLoader(tx, toegang),
    vacatures: vacaturesLoader(tx, toegang),
    plaatsing: plaatsingLoader(tx, toegang, vandaag),
    plaatsingen: plaatsingenLoader(tx, toegang, vandaag),
    ldrRegistratie: ldrRegistratieLoader(tx, toegang, vandaag),
    profielBijzonder: profielBijzonderLoader(tx, toegang, vandaag),
    leesZoekprofielen: zoekprofielLezer(tx, toegang, vandaag),
    beroep: beroepLoader(tx),
    arbeidsmarktregio: arbeidsmarktregioLoader(tx),
    regioVanGemeente: regioVanGemeenteLoader(tx, vandaag),
    wspCellen: wspCellenLoader(tx, toegang),
    wspTellingen: wspTellingenLoader(tx, toegang),
  });
}
