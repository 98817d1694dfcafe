import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import type { Logger } from 'pino';
import type { Operatie } from '../schema/operaties/laad-operaties.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { Config } from './config.ts';
import { type AcceptedRequest, acceptRequest } from './http/accept-request.ts';
import type { Betrokkene } from './identity/betrokkene.ts';
import type { Identity } from './identity/identify.ts';
import { continueTrace, type Trace } from './observability/trace.ts';
import { readiness } from './readiness.ts';
import type { RequestContext } from './request-context.ts';
import type { Stand } from './stand.ts';
import type { Transport } from './transport/transport.ts';

/** What the routes lead to. */
export interface RouteTargets {
  readonly apollo: ApolloServer<RequestContext>;
  readonly config: Config;
  readonly logger: Logger;
  readonly stand: Stand;
  readonly transport: Transport;
  /** Absent only when the gateway runs without authorisation. */
  readonly identity: Identity | undefined;
  readonly operaties: ReadonlyMap<string, Operatie>;
  readonly jwks: { readonly keys: readonly JWK[] } | undefined;
}

/** What is known of a request so far. */
interface RequestState {
  readonly trace: Trace;
  readonly begin: number;
  accepted?: AcceptedRequest;
  betrokkene?: Betrokkene;
  outcome: RequestContext['outcome'];
}

const states = new WeakMap<FastifyRequest, RequestState>();

/** What is known of a request; its trace begins when it is first asked for. */
export function requestStateOf(request: FastifyRequest): RequestState {
  let state = states.get(request);
  if (state === undefined) {
    const { traceparent } = request.headers;
    state = {
      trace: continueTrace(typeof traceparent === 'string' ? traceparent : undefined),
      begin: performance.now(),
      outcome: { codes: [], document: '' },
    };
    states.set(request, state);
  }
  return state;
}

/** The endpoint, the health of the process and the public keys for subgraphs. */
export function addRoutes(server: FastifyInstance, targets: RouteTargets): void {
  const { apollo, config, identity, operaties, logger } = targets;

  server.post('/graphql', {
    // First who asks, then what: who is not authenticated learns nothing of what exists.
    preHandler: async (request) => {
      const state = requestStateOf(request);
      const betrokkene = await identity?.identify(request.headers.authorization);
      if (betrokkene !== undefined) state.betrokkene = betrokkene;
      const { vrijeOperaties } = config;
      const accepted = acceptRequest(request.body, request.headers, { operaties, vrijeOperaties });
      state.accepted = accepted;
      const { query, operationName, variables } = accepted;
      request.body = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const { trace, betrokkene, accepted, outcome } = requestStateOf(request);
        const stop = new AbortController();
        const timer = setTimeout(() => stop.abort(), config.TERMIJN_MS);
        reply.raw.once('close', () => {
          clearTimeout(timer);
          stop.abort();
        });
        return {
          trace,
          betrokkene,
          verwerkingsactiviteit: accepted?.verwerkingsactiviteit,
          documentId: accepted?.documentId,
          deadline: Date.now() + config.TERMIJN_MS,
          signal: stop.signal,
          outcome,
        };
      },
    }),
    onResponse: async (request, reply) => {
      const { trace, accepted, outcome, begin } = requestStateOf(request);
      const ms = Math.round((performance.now() - begin) * 10) / 10;
      const { documentId } = accepted ?? {};
      const { codes } = outcome;
      logger.info({ traceId: trace.traceId, documentId, status: reply.statusCode, codes, ms }, 'request');
    },
  });
  server.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: async (_request, reply) => {
      reply.header('allow', 'POST');
      throw new KetenFout('METHODE_NIET_TOEGESTAAN');
    },
  });

  server.get('/health/live', async () => ({ leeft: true }));
  server.get('/health/ready', async (_request, reply) => {
    const answer = await readiness(targets);
    return reply.code(answer.gereed ? 200 : 503).send(answer);
  });
  if (targets.jwks !== undefined) server.get('/ketentoken/jwks.json', async () => targets.jwks);
}
