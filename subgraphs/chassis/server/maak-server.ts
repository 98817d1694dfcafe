import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Foutcode, foutsoort } from '../../../schema/fouten/catalogus.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { foutcodeVan, kenmerkenVan, maskeerFout } from '../errors/maskeer-fout.ts';
import type { Aanroep } from '../verification/aanroep.ts';
import type { RuweAanroep } from '../verification/controleer-aanroep.ts';
import type { HttpContext } from './maak-apollo.ts';

/** The largest body in bytes: room for the keys of a full page of entities in every list of a question. */
const GROOTSTE_BODY = 2 * 1024 * 1024;

/** Milliseconds in which a call must have come in whole, and its headers. */
const LANGSTE_AANROEP = 10_000;
const LANGSTE_HEADERS = 5_000;

/** Milliseconds between two looks at these limits; Node's own half minute would be the real limit. */
const CONTROLE_ELKE = 1_000;

/** Settings of `maakServer`. */
export interface ServerOpties {
  readonly apollo: ApolloServer<HttpContext>;
  /** Whether a call may send its body: its ketentoken alone is looked at. */
  readonly controleerKetentoken: (headers: RuweAanroep['headers']) => Promise<void>;
  readonly controleerAanroep: (ruw: RuweAanroep) => Promise<Aanroep>;
  readonly logger: Logger;
}

/**
 * The HTTP side: `POST /graphql` and nothing else. The body stays bytes until the call has proven
 * to be the gateway's; only then is it parsed.
 */
export function maakServer({
  apollo,
  controleerKetentoken,
  controleerAanroep,
  logger,
}: ServerOpties): FastifyInstance {
  const server = fastify({
    bodyLimit: GROOTSTE_BODY,
    routerOptions: { ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    requestTimeout: LANGSTE_AANROEP,
    http: { headersTimeout: LANGSTE_HEADERS, connectionsCheckingInterval: CONTROLE_ELKE },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, klaar) => klaar(null, body));
  server.decorateRequest('aanroep', null);

  server.route({
    method: 'POST',
    url: '/graphql',
    onRequest: async (request) => controleerKetentoken(request.headers),
    preValidation: async (request) => {
      request.setDecorator('aanroep', await controleerAanroep(ruweAanroep(request)));
      request.body = leesJson(request);
    },
    handler: fastifyApolloHandler<HttpContext>(apollo, {
      context: async (request) => ({ aanroep: request.getDecorator<Aanroep>('aanroep') }),
    }),
  });
  server.setNotFoundHandler((request, reply) => {
    const isGraphql = padVan(request) === '/graphql';
    return weiger(reply, isGraphql ? 'METHODE_NIET_TOEGESTAAN' : 'NIET_GEVONDEN');
  });
  server.setErrorHandler((fout, _request, reply) => {
    const code = httpFoutcode(fout);
    logger.warn({ code, ...kenmerkenVan(fout) }, 'call refused');
    return weiger(reply, code);
  });
  return server;
}

function ruweAanroep(request: FastifyRequest): RuweAanroep {
  return {
    method: request.method,
    path: padVan(request),
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}

function padVan({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}

function leesJson({ headers, body }: FastifyRequest): unknown {
  const [soort] = (headers['content-type'] ?? '').split(';', 1);
  if (soort?.trim().toLowerCase() !== 'application/json') throw new KetenFout('MEDIATYPE_NIET_ONDERSTEUND');
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    // The cause quotes the body.
    throw new KetenFout('AANROEP_ONGELDIG', 'the body is not JSON');
  }
}

function httpFoutcode(fout: unknown): Foutcode {
  if (fout instanceof KetenFout) return fout.code;
  const { statusCode } = fout as { statusCode?: number };
  if (statusCode === 413) return 'AANROEP_TE_GROOT';
  return statusCode !== undefined && statusCode < 500 ? 'AANROEP_ONGELDIG' : foutcodeVan(fout);
}

function weiger(reply: FastifyReply, code: Foutcode): FastifyReply {
  return reply
    .code(foutsoort(code).http ?? 500)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ errors: [maskeerFout(code)] });
}
