import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readFileSync } from 'node:fs';
import { publiekSchema } from '../gevallen/verwacht.ts';

// Arguments: the port, the file of the supergraph and the file of the answer.
const [, , poort = '', supergraph = '', antwoord = ''] = process.argv;
const coreSupergraphSdl = readFileSync(supergraph, 'utf8');
const { data } = JSON.parse(readFileSync(antwoord, 'utf8')) as { readonly data: Record<string, unknown> };
const server = new ApolloServer({
  gateway: {
    load: async () => ({ executor: async () => ({ data }) }),
    onSchemaLoadOrUpdate: (klaar) => {
      klaar({ apiSchema: publiekSchema(coreSupergraphSdl), coreSupergraphSdl });
      return () => {};
    },
    stop: async () => {},
  },
});
await startStandaloneServer(server, { listen: { port: Number(poort), host: '127.0.0.1' } });
