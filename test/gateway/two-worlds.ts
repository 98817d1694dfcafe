import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Two subgraphs that both put the name of their world into an answer: `a` comes from one, `b` then from the other. */
export interface World {
  /** A supergraph that leads to them; with a comment it is another text that says the same. */
  readonly supergraph: (comment?: string) => string;
  /** Connections made so far to both. */
  readonly connections: () => number;
  /** Keeps answers to the first of the two questions back until it is released; resolves when one has come. */
  readonly hold: () => { readonly asked: Promise<void>; readonly release: () => void };
  readonly stop: () => void;
}

/** A question that both subgraphs of a world must answer, one after the other. */
export const QUESTION = '{ thing { a b } }';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const FIRST = `${LINK} type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! a: String }`;
const SECOND = `${LINK} type Thing @key(fields: "id") { id: ID! b: String }`;

/** Starts the two subgraphs of a world. */
export async function beginWorld(name: string): Promise<World> {
  let gate: Promise<void> | undefined;
  let onAsked = (): void => {};
  let connections = 0;
  const first = await listen(async () => {
    onAsked();
    await gate;
    return { data: { thing: { __typename: 'Thing', id: '1', a: name } } };
  });
  const second = await listen(async () => ({ data: { _entities: [{ __typename: 'Thing', b: name }] } }));
  for (const server of [first, second]) server.on('connection', () => (connections += 1));
  const { supergraphSdl } = composeServices([
    { name: 'first', url: urlOf(first), typeDefs: parse(FIRST) },
    { name: 'second', url: urlOf(second), typeDefs: parse(SECOND) },
  ]);
  return {
    supergraph: (comment = '') => `${supergraphSdl}\n# ${comment}\n`,
    connections: () => connections,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      const asked = new Promise<void>((done) => {
        onAsked = done;
      });
      return {
        asked,
        release: () => {
          gate = undefined;
          resolve();
        },
      };
    },
    stop: () => {
      for (const server of [first, second]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function listen(answer: () => Promise<unknown>): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      void answer().then((body) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      });
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
