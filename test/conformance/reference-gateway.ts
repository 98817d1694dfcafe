import { type ExecutionResult, getOperationAST, parse } from 'graphql';
import type { GraphContext } from './graph-context.ts';
import { type Asked, type Federated } from './federated.ts';
import { NO_FAULTS } from './faults.ts';

/** Stock @apollo/gateway over a conformance graph. */
export interface ReferenceGateway {
  readonly ask: (asked: Asked) => Promise<ExecutionResult>;
  readonly stop: () => Promise<void>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Starts stock @apollo/gateway, which calls the subgraphs in this process. */
export async function referenceGateway({ supergraph, schemas }: Federated): Promise<ReferenceGateway> {
  // It reports usage to its vendor unless this is set before it is constructed.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const { ApolloGateway, LocalGraphQLDataSource } = await import('@apollo/gateway');
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: silent,
    buildService: ({ name }) => {
      const schema = schemas.get(name);
      if (schema === undefined) throw new Error(`no subgraph ${name}`);
      return new LocalGraphQLDataSource(schema);
    },
  });
  const { executor } = await gateway.load();
  type Request = Parameters<typeof executor>[0];
  return {
    stop: () => gateway.stop(),
    ask: async ({ query, variables }) => {
      const document = parse(query);
      const operationName = getOperationAST(document)?.name?.value ?? null;
      const context: GraphContext = { faults: NO_FAULTS, notes: [] };
      // What it looks at of a request; the rest is for plugins and caches that are not there.
      const request = {
        document,
        operationName,
        context,
        queryHash: query,
        logger: silent,
        metrics: {},
        request: { query, variables },
      } as unknown as Request;
      return JSON.parse(JSON.stringify(await executor(request))) as ExecutionResult;
    },
  };
}
