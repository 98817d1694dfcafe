import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import type { Logger } from 'pino';
import type { Operatie } from '../schema/operaties/laad-operaties.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { Config } from './config.ts';
import { acceptRequest } from './http/accept-request.ts';
import { answerType } from './http/answer-type.ts';
import { checkContentHeaders } from './http/check-headers.ts';
import type { Identity } from './identity/identify.ts';
import { readinessOf } from './readiness.ts';
import type { RequestContext } from './request-context.ts';
import { requestStateOf } from './request-state.ts';
import type { Stand } from './stand.ts';
import type { Transport } from './transport/transport.ts';
import type { Werkerstand } from './worker.ts';

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
  /** How the processes do that serve this port together. */
  readonly werkers: (() => Werkerstand) | undefined;
}

/** The endpoint, the health of the process and the public keys for subgraphs. */
export function addRoutes(server: FastifyInstance, targets: RouteTargets): void {
  const { apollo, config, identity, operaties, logger } = targets;
  const { vrijeOperaties, TERMIJN_MS } = config;

  server.post('/graphql', {
    // Who asks comes first: nobody else's body is read, and who is not authenticated learns nothing of what exists.
    onRequest: async (request) => {
      const state = requestStateOf(request);
      const betrokkene = await identity?.identify(request.headers.authorization);
      if (betrokkene !== undefined) state.betrokkene = betrokkene;
      state.answerType = answerType(request.headers.accept);
      checkContentHeaders(request.headers);
    },
    preHandler: async (request) => {
      const accepted = acceptRequest(request.body, request.headers, { operaties, vrijeOperaties });
      requestStateOf(request).accepted = accepted;
      const { query, operationName, variables } = accepted;
      request.body = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const { trace, begin, betrokkene, accepted, answerType, outcome } = requestStateOf(request);
        const deadline = begin + TERMIJN_MS;
        const stop = new AbortController();
        const timer = setTimeout(() => stop.abort(), Math.max(0, deadline - Date.now()));
        reply.raw.once('close', () => {
          clearTimeout(timer);
          // Whoever got the whole answer has not gone away.
          if (!reply.raw.writableFinished) stop.abort();
        });
        const { verwerkingsactiviteit } = accepted ?? {};
        const { signal } = stop;
        return {
          trace,
          betrokkene,
          verwerkingsactiviteit,
          answerType,
          deadline,
          signal,
          outcome,
        };
      },
    }),
    onResponse: async (request, reply) => {
      const { trace, accepted, outcome, begin } = requestStateOf(request);
      const { documentId } = accepted ?? {};
      const { codes } = outcome;
      const ms = Date.now() - begin;
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

  const readiness = readinessOf(targets);
  server.get('/health/live', async () => ({ leeft: true }));
  server.get('/health/ready', async (_request, reply) => {
    const answer = await readiness();
    return reply.code(answer.gereed ? 200 : 503).send(answer);
  });
  if (targets.jwks !== undefined) server.get('/ketentoken/jwks.json', async () => targets.jwks);
}
