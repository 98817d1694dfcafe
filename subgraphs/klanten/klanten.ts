import type { SubgraphDefinition } from '../chassis/subgraph-definition.ts';
import { bronbestanden } from './bronbestanden.ts';
import { type KlantenLoaders, maakLoaders } from './loaders.ts';
import { type Prisma, PrismaClient } from './prisma/generated/client.ts';
import { gemeenteResolvers } from './resolvers/gemeente.ts';
import { gemeenteMaandResolvers } from './resolvers/gemeente-maand.ts';
import { klantResolvers } from './resolvers/klant.ts';
import { queryResolvers } from './resolvers/query.ts';
import { uitkeringResolvers } from './resolvers/uitkering.ts';

/** The subgraph klanten: who the klanten are, their uitkeringen, and the kengetallen of their gemeenten. */
export const klanten: SubgraphDefinition<Prisma.TransactionClient, KlantenLoaders> = {
  naam: 'klanten',
  map: new URL('./', import.meta.url),
  openDatabank: (adapter) => new PrismaClient({ adapter }),
  maakLoaders,
  resolvers: {
    Query: queryResolvers,
    Klant: klantResolvers,
    Uitkering: uitkeringResolvers,
    Gemeente: gemeenteResolvers,
    GemeenteMaand: gemeenteMaandResolvers,
  },
  bronnen: bronbestanden,
  openbareTabellen: ['gemeente', 'norm'],
};
