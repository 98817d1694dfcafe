import type { SubgraphDefinition } from '../chassis/subgraph-definition.ts';
import { bronbestanden } from './bronbestanden.ts';
import { maakLoaders, type VacaturesLoaders } from './loaders.ts';
import { type Prisma, PrismaClient } from './prisma/generated/client.ts';
import { arbeidsmarktregioResolvers } from './resolvers/arbeidsmarktregio.ts';
import { gemeenteResolvers } from './resolvers/gemeente.ts';
import { kandidaatResolvers } from './resolvers/kandidaat.ts';
import { klantResolvers } from './resolvers/klant.ts';
import { mutationResolvers } from './resolvers/mutation.ts';
import { plaatsingResolvers } from './resolvers/plaatsing.ts';
import { queryResolvers } from './resolvers/query.ts';
import { vacatureResolvers } from './resolvers/vacature.ts';
import { voordrachtResolvers } from './resolvers/voordracht.ts';
import { werkgeverResolvers } from './resolvers/werkgever.ts';
import { werkzoekendeProfielResolvers } from './resolvers/werkzoekende-profiel.ts';
import { zoekprofielResolvers } from './resolvers/zoekprofiel.ts';

/** The subgraph vacatures: werkgevers and whom they look for, who is presented to them, and who works there since. */
export const vacatures: SubgraphDefinition<Prisma.TransactionClient, VacaturesLoaders> = {
  naam: 'vacatures',
  map: new URL('./', import.meta.url),
  openDatabank: (adapter) => new PrismaClient({ adapter }),
  maakLoaders,
  resolvers: {
    Query: queryResolvers,
    Mutation: mutationResolvers,
    Werkgever: werkgeverResolvers,
    Vacature: vacatureResolvers,
    Voordracht: voordrachtResolvers,
    Kandidaat: kandidaatResolvers,
    Plaatsing: plaatsingResolvers,
    Klant: klantResolvers,
    WerkzoekendeProfiel: werkzoekendeProfielResolvers,
    Zoekprofiel: zoekprofielResolvers,
    Gemeente: gemeenteResolvers,
    Arbeidsmarktregio: arbeidsmarktregioResolvers,
  },
  bronnen: bronbestanden,
  openbareTabellen: ['beroep', 'arbeidsmarktregio', 'arbeidsmarktregio_gemeente'],
  gebeurtenistabellen: ['voordrachtstap'],
};
