import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { laadOperaties, type Operatie } from '../schema/operaties/laad-operaties.ts';
import { laadBeleid } from './authorisation/beleid.ts';
import type { Config } from './config.ts';
import { apolloEngine, type Engine, refuseAuthorised } from './engine.ts';
import { answerPlugin } from './http/answer-plugin.ts';
import { createServer } from './http/create-server.ts';
import type { Limits } from './http/limits.ts';
import { maskError } from './http/mask-error.ts';
import { stringifyAnswer } from './http/stringify-answer.ts';
import { createIdentity } from './identity/identify.ts';
import { errorTraits } from './observability/error-traits.ts';
import type { RequestContext } from './request-context.ts';
import { type RequestPipeline, requestPipeline } from './request-pipeline.ts';
import { requestStateOf } from './request-state.ts';
import { addRoutes } from './routes.ts';
import { bouwStand } from './stand.ts';
import { plainCallHeaders, signedCallHeaders } from './transport/call-headers.ts';
import { leesKetensleutel } from './transport/ketensleutel.ts';
import { openTransport } from './transport/transport.ts';
import { transportReport } from './transport/transport-report.ts';
import type { Werkerstand } from './worker.ts';

/** A running gateway. */
export interface RunningGateway {
  /** The address of the GraphQL endpoint. */
  readonly url: string;
  /** Finishes what is running and closes. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the gateway: policy and supergraph become a Stand, every stop of a request's way is built, and the endpoint
 * opens. Subgraphs and issuers may still be away.
 * @param werkers how the processes do that serve this port together; absent when this one is alone
 * @throws KetenFout BESTAND_ONGELDIG, INSTELLINGEN_ONGELDIG, ONBEVEILIGD_GEWEIGERD, POORT_BEZET
 */
export async function startGateway(
  config: Config,
  logger: Logger,
  werkers?: () => Werkerstand,
): Promise<RunningGateway> {
  const supergraph = await readSupergraph(config.SUPERGRAPH);
  if (config.zonderAutorisatie) refuseAuthorised(supergraph);
  const stand = await bouwStand({ supergraph, beleid: config.zonderAutorisatie ? undefined : laadBeleid() });
  const identity = config.UITGEVERS === undefined ? undefined : createIdentity(config.UITGEVERS);
  const sleutel =
    config.KETENTOKEN_SLEUTEL === undefined ? undefined : await leesKetensleutel(config.KETENTOKEN_SLEUTEL);
  const transport = openTransport({
    subgraphs: new Map(
      Array.from(stand.subgraphs, ([name, url]) => [name, subgraphUrl(name, config.SUBGRAPHS[name] ?? url)]),
    ),
    makeHeaders:
      sleutel === undefined || config.zonderAutorisatie
        ? plainCallHeaders
        : signedCallHeaders(sleutel, stand.groepenPerSubgraph),
    connections: config.VERBINDINGEN,
    maxAnswerBytes: config.MAX_ANTWOORD_BYTES,
    requestMs: config.TERMIJN_MS,
    breaker: {
      share: config.ONDERBREKER_PROCENT / 100,
      minimum: config.ONDERBREKER_AANROEPEN,
      openMs: config.ONDERBREKER_MS,
    },
    report: transportReport(logger),
  });
  const limits = limitsOf(config);
  const operaties = config.zonderAutorisatie ? new Map<string, Operatie>() : laadOperaties();
  const engine =
    config.engine === 'apollo'
      ? await apolloEngine(supergraph)
      : await warmEngine(
          requestPipeline(stand, { transport, limits, maxPlanBytes: config.MAX_PLAN_BYTES }),
          operaties,
        );

  const apollo = new ApolloServer<RequestContext>({
    gateway: engine.gateway,
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

  const server = await createServer({
    maxBodyBytes: config.MAX_AANROEP_BYTES,
    corsOorsprongen: config.CORS_OORSPRONGEN,
    traceIdOf: ({ request }) => requestStateOf(request).trace.traceId,
    requestMs: config.TERMIJN_MS,
    onError: (fout, request) => {
      const { trace, outcome } = requestStateOf(request);
      outcome.codes = [fout.code];
      const { traceId } = trace;
      if (fout.code === 'INTERNE_FOUT')
        logger.error({ traceId, ...errorTraits(fout.cause ?? fout) }, 'unexpected error');
      else if (fout.code === 'TOKEN_ONGELDIG') logger.warn({ traceId, reden: fout.reden }, 'token refused');
    },
  });
  addRoutes(server, {
    apollo,
    config,
    logger,
    stand,
    transport,
    identity: config.zonderAutorisatie ? undefined : identity,
    operaties,
    jwks: sleutel?.jwks,
    werkers,
  });
  const url = `${await listen(server.listen({ port: config.POORT, host: config.ADRES }), config.POORT)}/graphql`;
  logger.info(
    { url, stand: stand.versie, planner: stand.planner.name, engine: config.engine },
    'gateway listens',
  );
  return {
    url,
    stop: async () => {
      await server.close();
      await apollo.stop();
      await transport.close();
    },
  };
}

/** Our own engine, which has planned every trusted document before the first request comes. */
async function warmEngine(
  { plugin, gateway, warmUp }: RequestPipeline,
  operaties: ReadonlyMap<string, Operatie>,
): Promise<Engine> {
  await warmUp(Array.from(operaties.values(), ({ document }) => document));
  return { gateway, plugins: [plugin] };
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

async function readSupergraph(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new KetenFout('BESTAND_ONGELDIG', `supergraph: ${path} cannot be read.`, {}, { cause });
  }
}

function subgraphUrl(name: string, url: string): URL {
  if (!URL.canParse(url)) throw new KetenFout('INSTELLINGEN_ONGELDIG', `SUBGRAPHS: ${name} has no address.`);
  return new URL(url);
}

async function listen(listening: Promise<string>, poort: number): Promise<string> {
  try {
    return await listening;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
      throw new KetenFout('POORT_BEZET', `Port ${poort} is in use.`, { poort }, { cause });
    }
    throw cause;
  }
}
