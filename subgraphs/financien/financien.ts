import type { SubgraphDefinition } from '../chassis/subgraph-definition.ts';
import { bronbestanden } from './bronbestanden.ts';
import { type FinancienLoaders, maakLoaders } from './loaders.ts';
import { type Prisma, PrismaClient } from './prisma/generated/client.ts';
import { gemeenteResolvers } from './resolvers/gemeente.ts';
import { klantResolvers } from './resolvers/klant.ts';

/** The subgraph financien: the vorderingen on klanten and the budgets of gemeenten. */
export const financien: SubgraphDefinition<Prisma.TransactionClient, FinancienLoaders> = {
  naam: 'financien',
  map: new URL('./', import.meta.url),
  openDatabank: (adapter) => new PrismaClient({ adapter }),
  maakLoaders,
  resolvers: {
    Klant: klantResolvers,
    Gemeente: gemeenteResolvers,
  },
  bronnen: bronbestanden,
  openbareTabellen: [],
};
