import { fastifyCors } from '@fastify/cors';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { errorAnswer, toKetenFout } from './error-answer.ts';

/** How the HTTP side behaves. */
export interface ServerOptions {
  /** The most bytes a request body may have. */
  readonly maxBodyBytes: number;
  /** Origins of browsers that may ask; nobody by default. */
  readonly corsOorsprongen: readonly string[];
  /** The id under which an answer is found back. */
  readonly traceIdOf: (reply: FastifyReply) => string;
  /** The most milliseconds in which a request must have come in whole. */
  readonly requestMs: number;
  /** Told of every request that this side refused. */
  readonly onError: (error: KetenFout, request: FastifyRequest) => void;
}

/** A request whose headers take longer is not being sent by a browser or a program that means well. */
const MAX_HEADERS_MS = 5_000;

/** How often connections are looked at for the two limits above; Node's own 30 s would be the real limit. */
const CHECK_EVERY_MS = 1_000;

/** Connections held at the same time; more wait at the balancer. */
const MAX_CONNECTIONS = 2_000;

/** What every answer says to browsers and caches: personal data are never kept, framed or guessed at. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** An HTTP server without routes that bounds bodies, reads JSON only and answers every error by the catalogue. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: options.maxBodyBytes,
    requestTimeout: options.requestMs,
    http: {
      headersTimeout: Math.min(options.requestMs, MAX_HEADERS_MS),
      connectionsCheckingInterval: CHECK_EVERY_MS,
    },
    forceCloseConnections: 'idle',
  });
  server.server.maxConnections = MAX_CONNECTIONS;
  await server.register(fastifyCors, {
    origin: [...options.corsOorsprongen],
    methods: ['POST'],
    maxAge: 600,
  });
  server.removeContentTypeParser('text/plain');

  // Idle connections are closed when it stops; those of requests still under way would be kept for a minute more.
  server.addHook('preClose', async () => {
    server.server.keepAliveTimeout = 1;
    server.server.keepAliveTimeoutBuffer = 0;
  });

  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(HEADERS).header('x-trace-id', options.traceIdOf(reply));
    done();
  });
  server.setErrorHandler((error, request, reply) => {
    const fout = toKetenFout(error);
    options.onError(fout, request);
    return sendError(reply, fout, options.traceIdOf(reply));
  });
  server.setNotFoundHandler((_request, reply) =>
    sendError(reply, new KetenFout('NIET_GEVONDEN'), options.traceIdOf(reply)),
  );
  return server;
}

function sendError(reply: FastifyReply, fout: KetenFout, traceId: string): FastifyReply {
  const { status, body } = errorAnswer(fout, traceId);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send(body);
}
