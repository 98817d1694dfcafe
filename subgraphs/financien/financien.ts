import type { SubgraphDefinition } from '../chassis/subgraph-definition.ts';
import { bronbestanden } from './bronbestanden.ts';
import { type FinancienLoaders, maakLoaders } from './loaders.ts';
import { type Prisma, PrismaClient } from './prisma/generated/client.ts';
import { gemeenteResolvers } from './resolvers/gemeente.ts';
import { klantResolvers } from './resolvers/klant.ts';
import { loonkostensubsidieResolvers } from './resolvers/loonkostensubsidie.ts';
import { queryResolvers } from './resolvers/query.ts';
import { samenwerkingsverbandResolvers } from './resolvers/samenwerkingsverband.ts';
import { vorderingResolvers } from './resolvers/vordering.ts';

/** The subgraph financien: the vorderingen on klanten, what werkgevers are paid, budgets, and who work together. */
export const financien: SubgraphDefinition<Prisma.TransactionClient, FinancienLoaders> = {
  naam: 'financien',
  map: new URL('./', import.meta.url),
  openDatabank: (adapter) => new PrismaClient({ adapter }),
  maakLoaders,
  resolvers: {
    Query: queryResolvers,
    Klant: klantResolvers,
    Vordering: vorderingResolvers,
    Loonkostensubsidie: loonkostensubsidieResolvers,
    Samenwerkingsverband: samenwerkingsverbandResolvers,
    Gemeente: gemeenteResolvers,
  },
  bronnen: bronbestanden,
  openbareTabellen: ['samenwerkingsverband', 'samenwerkingsverband_deelnemer'],
};
