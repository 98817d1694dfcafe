import { nodeOpdracht, type Peer, versieVan } from './peer.ts';

/** Apollo Server with a ready answer: parsing, validating and writing, and no work of a gateway. */
export const apolloServer: Peer = {
  naam: 'apollo-server',
  titel: 'Apollo Server, antwoord klaar',
  versie: versieVan('node_modules/@apollo/server/package.json'),
  kort: false,
  isVloer: true,
  pad: '/',
  opdracht: ({ poort, supergraph, antwoord }) =>
    nodeOpdracht('peers/apollo-server.proces.ts', [String(poort), supergraph, antwoord]),
};

/** Node's HTTP server with the same bytes: below this nothing on Node goes. */
export const nodeHttp: Peer = {
  naam: 'node-http',
  titel: 'kale node:http, zelfde bytes',
  versie: process.versions.node,
  kort: false,
  isVloer: true,
  pad: '/',
  opdracht: ({ poort, antwoord }) => nodeOpdracht('peers/node-http.proces.ts', [String(poort), antwoord]),
};
