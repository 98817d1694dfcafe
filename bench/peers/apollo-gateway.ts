import { nodeOpdracht, type Peer, versieVan } from './peer.ts';

/** Stock @apollo/gateway in a stock standalone @apollo/server. */
export const apolloGateway: Peer = {
  naam: 'apollo-gateway',
  titel: '@apollo/gateway',
  versie: `${versieVan('node_modules/@apollo/gateway/package.json')} (server ${versieVan('node_modules/@apollo/server/package.json')})`,
  kort: true,
  isVloer: false,
  pad: '/',
  opdracht: ({ poort, supergraph }) =>
    nodeOpdracht('peers/apollo-gateway.proces.ts', [String(poort), supergraph]),
};
