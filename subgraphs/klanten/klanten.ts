import type { SubgraphDefinition } from '../chassis/subgraph-definition.ts';
import { bronbestanden } from './bronbestanden.ts';
import { type KlantenLoaders, maakLoaders } from './loaders.ts';
import { type Prisma, PrismaClient } from './prisma/generated/client.ts';
import { aanvraagResolvers, beschikkingResolvers } from './resolvers/aanvraag.ts';
import { gemeenteResolvers } from './resolvers/gemeente.ts';
import { gemeenteMaandResolvers } from './resolvers/gemeente-maand.ts';
import { huishoudenResolvers } from './resolvers/huishouden.ts';
import { indelingResolvers } from './resolvers/indeling.ts';
import { klantResolvers } from './resolvers/klant.ts';
import { beoordeelNoodtoegang } from './resolvers/noodtoegang.ts';
import { queryResolvers } from './resolvers/query.ts';
import { regieResolvers } from './resolvers/regie.ts';
import { samenwerkingsverbandResolvers } from './resolvers/samenwerkingsverband.ts';
import { taakResolvers } from './resolvers/taak.ts';
import { uitBronResolvers } from './resolvers/uit-bron.ts';
import { uitkeringResolvers } from './resolvers/uitkering.ts';
import { zoektrefferResolvers } from './resolvers/zoektreffer.ts';

/** The subgraph klanten: who the klanten are, their dossiers, what is due, and the kengetallen of their gemeenten. */
export const klanten: SubgraphDefinition<Prisma.TransactionClient, KlantenLoaders> = {
  naam: 'klanten',
  map: new URL('./', import.meta.url),
  openDatabank: (adapter) => new PrismaClient({ adapter }),
  maakLoaders,
  resolvers: {
    Query: queryResolvers,
    Mutation: { beoordeelNoodtoegang },
    Klant: klantResolvers,
    Zoektreffer: zoektrefferResolvers,
    Huishouden: huishoudenResolvers,
    Uitkering: uitkeringResolvers,
    Veiligheidsindicatie: uitBronResolvers,
    Verblijfsstatus: uitBronResolvers,
    Regie: regieResolvers,
    Indeling: indelingResolvers,
    Taak: taakResolvers,
    Aanvraag: aanvraagResolvers,
    Beschikking: beschikkingResolvers,
    Gemeente: gemeenteResolvers,
    GemeenteMaand: gemeenteMaandResolvers,
    Samenwerkingsverband: samenwerkingsverbandResolvers,
  },
  bronnen: bronbestanden,
  openbareTabellen: ['gemeente', 'norm'],
  gebeurtenistabellen: ['noodtoegangoordeel'],
};
