import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { Config } from './config.ts';
import { apolloEngine, type Engine } from './engine.ts';
import { answerPlugin } from './http/answer-plugin.ts';
import { contentType } from './http/answer-type.ts';
import type { Limits } from './http/limits.ts';
import { maskError } from './http/mask-error.ts';
import { stringifyAnswer } from './http/stringify-answer.ts';
import { type DocumentStore, knownOperations } from './known-operations.ts';
import { errorTraits } from './observability/error-traits.ts';
import { beginContext, type RequestContext } from './request-context.ts';
import { requestPipeline } from './request-pipeline.ts';
import type { Count } from './quota/counters.ts';
import type { ServedStand } from './served-stand.ts';
import type { Stand } from './stand.ts';
import { plainCallHeaders, signedCallHeaders } from './transport/call-headers.ts';
import type { Ketensleutels } from './transport/ketensleutel.ts';
import type { TransportTo } from './transport/shared-transports.ts';
import type { Transport } from './transport/transport.ts';
import { warmUp } from './warm-up.ts';

/** What lives longer than a Stand. */
export interface ServeOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly transportTo: TransportTo;
  /** Absent only when the gateway runs without authorisation. */
  readonly sleutels: Ketensleutels | undefined;
  /** Counts for the limits on how often may be asked. */
  readonly count: Count;
}

/**
 * Makes a Stand answer requests: its own Apollo Server, its own caches, and every trusted document planned. Nothing of
 * it is shared with another Stand but the connections to subgraphs, so that no answer is made of two.
 * @throws KetenFout INSTELLINGEN_ONGELDIG
 */
export async function serveStand(stand: Stand, options: ServeOptions): Promise<ServedStand> {
  const closers = [() => stand.planner.close()];
  try {
    const transport = options.transportTo(addressesOf(stand, options.config));
    closers.push(() => transport.close());
    return await serveOver(transport, stand, options);
  } catch (error) {
    await Promise.all(closers.map((close) => close()));
    throw error;
  }
}

async function serveOver(transport: Transport, stand: Stand, options: ServeOptions): Promise<ServedStand> {
  const { config, logger } = options;
  const { engine, documents } = await makeEngine(stand, transport, options);
  const apollo = new ApolloServer<RequestContext>({
    gateway: engine.gateway,
    documentStore: documents,
    plugins: [
      ...engine.plugins,
      answerPlugin<RequestContext>((error, traceId) =>
        logger.error({ traceId, ...errorTraits(error) }, 'unexpected error'),
      ),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    introspection: config.introspectie,
    parseOptions: { maxTokens: config.MAX_TOKENS },
    formatError: maskError,
    stringifyResult: stringifyAnswer,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const askApollo = fastifyApolloHandler(apollo, { context: async (request) => contextOf(request) });
  const contextOf = (request: FastifyRequest): RequestContext => {
    const context = contexts.get(request);
    if (context === undefined) throw new Error('A request reached Apollo Server without a context.');
    return context;
  };
  return {
    stand,
    transport,
    handle: async (request, reply, accepted) => {
      const context = beginContext(request, reply, config.TERMIJN_MS);
      const data = await engine.answerKnown?.(accepted, context);
      if (data !== undefined) {
        const { answerType, trace } = context;
        reply.header('content-type', contentType(answerType));
        return data.answerWith({ traceId: trace.traceId });
      }
      contexts.set(request, context);
      return askApollo.call(request.server, request, reply);
    },
    close: async () => {
      await apollo.stop();
      await stand.planner.close();
      await transport.close();
    },
  };
}

/** The reference engine, or our own, which has planned every trusted document before the first request comes. */
async function makeEngine(
  stand: Stand,
  transport: Transport,
  { config, logger, sleutels, count }: ServeOptions,
): Promise<{ readonly engine: Engine; readonly documents: DocumentStore }> {
  const limits = limitsOf(config);
  const known = knownOperations(stand, { limits, maxBytes: config.MAX_PLAN_BYTES });
  if (config.engine === 'apollo')
    return { engine: await apolloEngine(stand.supergraph), documents: known.documents };
  const makeHeaders =
    sleutels === undefined ? plainCallHeaders : signedCallHeaders(sleutels.huidige, stand.groepenPerSubgraph);
  const { gateway, plugin, answerKnown } = requestPipeline(stand, {
    transport,
    makeHeaders,
    limits,
    count,
    known,
  });
  await warmUp(stand, known, {
    maxTokens: config.MAX_TOKENS,
    onFailure: (documentId, error) =>
      logger.error({ documentId, ...errorTraits(error) }, 'trusted document cannot be prepared'),
  });
  return { engine: { gateway, plugins: [plugin], answerKnown }, documents: known.documents };
}

function addressesOf({ subgraphs }: Stand, { SUBGRAPHS }: Config): ReadonlyMap<string, URL> {
  return new Map(
    Array.from(subgraphs, ([name, address]) => {
      const url = URL.parse(SUBGRAPHS[name] ?? address);
      if (url === null) throw new KetenFout('INSTELLINGEN_ONGELDIG', `SUBGRAPHS: ${name} has no address.`);
      return [name, url];
    }),
  );
}

function limitsOf(config: Config): Limits {
  return {
    maxDepth: config.MAX_DIEPTE,
    maxAliases: config.MAX_ALIASSEN,
    maxRootFields: config.MAX_WORTELVELDEN,
    maxCost: config.MAX_KOSTEN,
    maxSelections: config.MAX_SELECTIES,
    maxConditions: config.MAX_VOORWAARDEN,
  };
}
