import { ketengraaf } from './ketengraaf.ts';
import { nodeOpdracht, pad, type Peer, profielVlaggen } from './peer.ts';

/**
 * Ours as it is meant to run: every request has a token and a purpose, every field a data group, and every call to a
 * subgraph is signed. The subgraphs are the same and look at none of it.
 */
export const ketengraafMetAutorisatie: Peer = {
  ...ketengraaf,
  naam: 'ketengraaf-autorisatie',
  titel: 'Ketengraaf, met autorisatie',
  isAangemeld: true,
  kort: false,
  opdracht: ({ poort, supergraphMetBeleid, profielMap, aanmelding: { uitgevers, sleutel, schemaMap } }) => ({
    ...nodeOpdracht('', []),
    argumenten: [
      ...profielVlaggen(profielMap),
      pad('../gateway/main.ts'),
      '--supergraph',
      supergraphMetBeleid,
      '--port',
      String(poort),
    ],
    env: {
      LOGNIVEAU: 'warn',
      UITGEVERS: uitgevers,
      KETENTOKEN_SLEUTEL: sleutel,
      SCHEMA_MAP: schemaMap,
      VRIJE_OPERATIES: 'true',
    },
  }),
};
