import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import type { Logger } from 'pino';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { Config } from './config.ts';
import type { CurrentStand } from './current-stand.ts';
import { acceptRequest } from './http/accept-request.ts';
import { answerType } from './http/answer-type.ts';
import { checkContentHeaders, checkOneAuthorization } from './http/check-headers.ts';
import type { Identity } from './identity/identify.ts';
import { readinessOf } from './readiness.ts';
import { requestStateOf } from './request-state.ts';
import type { ServedStand } from './served-stand.ts';
import type { Werkerstand } from './worker.ts';

/** What the routes lead to. */
export interface RouteTargets {
  readonly current: CurrentStand;
  readonly config: Config;
  readonly logger: Logger;
  /** Absent only when the gateway runs without authorisation. */
  readonly identity: Identity | undefined;
  /** The public keys as they are now. */
  readonly jwks: (() => { readonly keys: readonly JWK[] }) | undefined;
  /** How the processes do that serve this port together. */
  readonly werkers: (() => Werkerstand) | undefined;
}

/** The endpoint, the health of the process and the public keys for subgraphs. */
export function addRoutes(server: FastifyInstance, targets: RouteTargets): void {
  const { current, config, identity, logger } = targets;
  const { vrijeOperaties } = config;

  server.post('/graphql', {
    // Who asks comes first: nobody else's body is read, and who is not authenticated learns nothing of what exists.
    onRequest: async (request, reply) => {
      const state = requestStateOf(request);
      state.served = current.begin(reply.raw);
      checkOneAuthorization(request.raw.headersDistinct['authorization']);
      const betrokkene = await identity?.identify(request.headers.authorization);
      if (betrokkene !== undefined) state.betrokkene = betrokkene;
      state.answerType = answerType(request.headers.accept);
      checkContentHeaders(request.headers);
    },
    handler: async (request, reply) => {
      const { stand, handle } = servedTo(request);
      const accepted = acceptRequest(request.body, request.headers, {
        operaties: stand.operaties,
        vrijeOperaties,
      });
      requestStateOf(request).accepted = accepted;
      const { query, operationName, variables } = accepted;
      request.body = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
      return handle(request, reply, accepted);
    },
    onResponse: (request, reply, done) => {
      const { trace, accepted, outcome, begin } = requestStateOf(request);
      const { documentId } = accepted ?? {};
      const { codes } = outcome;
      const ms = Date.now() - begin;
      logger.info({ traceId: trace.traceId, documentId, status: reply.statusCode, codes, ms }, 'request');
      done();
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
  const { jwks } = targets;
  if (jwks !== undefined) server.get('/ketentoken/jwks.json', async () => jwks());
}

/** The Stand that a request began with. */
function servedTo(request: FastifyRequest): ServedStand {
  const { served } = requestStateOf(request);
  if (served === undefined) throw new Error('A request was accepted before it began.');
  return served;
}
