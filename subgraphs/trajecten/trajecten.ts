import type { SubgraphDefinition } from '../chassis/subgraph-definition.ts';
import { bronbestanden } from './bronbestanden.ts';
import { maakLoaders, type TrajectenLoaders } from './loaders.ts';
import { type Prisma, PrismaClient } from './prisma/generated/client.ts';
import { gemeenteResolvers } from './resolvers/gemeente.ts';
import { klantResolvers } from './resolvers/klant.ts';
import { loonkostensubsidieResolvers } from './resolvers/loonkostensubsidie.ts';
import { ongezienResolvers } from './resolvers/ongezien.ts';
import { plaatsingResolvers } from './resolvers/plaatsing.ts';
import { queryResolvers } from './resolvers/query.ts';
import { schuldhulptrajectResolvers } from './resolvers/schuldhulptraject.ts';
import { trajectResolvers } from './resolvers/traject.ts';

/** The subgraph trajecten: how klanten are helped on their way to work, and what a werkgever gets for it. */
export const trajecten: SubgraphDefinition<Prisma.TransactionClient, TrajectenLoaders> = {
  naam: 'trajecten',
  map: new URL('./', import.meta.url),
  openDatabank: (adapter) => new PrismaClient({ adapter }),
  maakLoaders,
  resolvers: {
    Query: queryResolvers,
    Ongezien: ongezienResolvers,
    Klant: klantResolvers,
    Traject: trajectResolvers,
    Schuldhulptraject: schuldhulptrajectResolvers,
    Plaatsing: plaatsingResolvers,
    Loonkostensubsidie: loonkostensubsidieResolvers,
    Gemeente: gemeenteResolvers,
  },
  bronnen: bronbestanden,
  openbareTabellen: ['programma', 'aanbieder'],
  repetitie: ({ aanbieder }, niemand) => [aanbieder.load(niemand)],
};
