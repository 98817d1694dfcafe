import { nodeOpdracht, pad, type Peer, profielVlaggen, versieVan } from './peer.ts';

/**
 * Ours, without authorisation and record, as the others have none. It refuses to run like that in production, so it
 * gets no NODE_ENV; it logs no line per request, as the others do not.
 */
export const ketengraaf: Peer = {
  naam: 'ketengraaf',
  titel: 'Ketengraaf',
  versie: versieVan('../package.json'),
  kort: true,
  isVloer: false,
  pad: '/graphql',
  opdracht: ({ poort, supergraph, profielMap }) => ({
    ...nodeOpdracht('', []),
    argumenten: [
      ...profielVlaggen(profielMap),
      pad('../gateway/main.ts'),
      '--supergraph',
      supergraph,
      '--port',
      String(poort),
      '--zonder-autorisatie',
    ],
    env: { LOGNIVEAU: 'warn' },
  }),
};
