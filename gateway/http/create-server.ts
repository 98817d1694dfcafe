import { fastifyCors } from '@fastify/cors';
import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
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
  /** Told of every error that is not the client's. */
  readonly onError: (error: KetenFout, traceId: string) => void;
}

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
  const server = fastify({ bodyLimit: options.maxBodyBytes, logger: false, forceCloseConnections: 'idle' });
  await server.register(fastifyCors, {
    origin: [...options.corsOorsprongen],
    methods: ['POST'],
    maxAge: 600,
  });
  server.removeContentTypeParser('text/plain');

  server.addHook('onRequest', async (_request, reply) => {
    reply.headers({ ...HEADERS, 'x-trace-id': options.traceIdOf(reply) });
  });
  server.setErrorHandler((error, _request, reply) => {
    const fout = toKetenFout(error);
    const traceId = options.traceIdOf(reply);
    if (fout.code === 'INTERNE_FOUT') options.onError(fout, traceId);
    return sendError(reply, fout, traceId);
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
