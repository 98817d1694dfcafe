import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, graphql, type GraphQLSchema, parse } from 'graphql';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestSubgraph } from './graph-in-process.ts';

/** Subgraphs of a test on ports of their own, and the supergraph that names them. */
export interface ServedSubgraphs {
  readonly supergraph: string;
  readonly stop: () => Promise<void>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@inaccessible", "@shareable", "@policy"])`;

/** Serves subgraphs over HTTP, without signatures, as anybody's subgraphs are served. */
export async function serveSubgraphs(subgraphs: readonly TestSubgraph[]): Promise<ServedSubgraphs> {
  const servers: Server[] = [];
  const services: { name: string; url: string; typeDefs: DocumentNode }[] = [];
  for (const { name, typeDefs, resolvers } of subgraphs) {
    const document = parse(`${LINK}\n${typeDefs}`);
    const server = serve(buildSubgraphSchema([{ typeDefs: document, resolvers }]));
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    servers.push(server);
    const { port } = server.address() as AddressInfo;
    services.push({ name, url: `http://127.0.0.1:${port}/`, typeDefs: document });
  }
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(String).join('\n'));
  return {
    supergraph: supergraphSdl,
    stop: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((done) => {
          server.close(done);
        });
      }
    },
  };
}

function serve(schema: GraphQLSchema): Server {
  return createServer(async (request, response) => {
    if (request.method !== 'POST') {
      response.end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    const result = await graphql({ schema, source: query, variableValues: variables ?? null });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(result));
  });
}
