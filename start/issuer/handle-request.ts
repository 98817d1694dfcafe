import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { DEMO_SECRET } from './make-provider.ts';

const TOKEN_PATH = /^\/demo\/token\/([a-z0-9-]{1,64})$/;

/** What the issuer answers with. */
export interface IssuerParts {
  readonly issuer: string;
  readonly gebruikers: ReadonlySet<string>;
  /** The OpenID provider. */
  readonly provider: RequestListener;
}

/**
 * The requests of the issuer: health, the demo's short way to a token, and the OpenID provider for the rest.
 * A request must name this very host: a website that had its name point here (DNS rebinding) gets nothing.
 */
export function handleRequest({ issuer, gebruikers, provider }: IssuerParts): RequestListener {
  const { port } = new URL(issuer);
  const hosts = new Set(['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${port}`));
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (!hosts.has(request.headers.host ?? ''))
      return text(response, 421, 'Deze host wordt hier niet bediend.');
    if (path === '/health/live' || path === '/health/ready') return ready(response);
    if (path.startsWith('/demo/')) return void giveToken(issuer, gebruikers, request, response, path);
    return provider(request, response);
  };
}

async function giveToken(
  issuer: string,
  gebruikers: ReadonlySet<string>,
  { method }: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const gebruiker = TOKEN_PATH.exec(path)?.[1];
  if (gebruiker === undefined || !gebruikers.has(gebruiker))
    return text(response, 404, 'Deze gebruiker bestaat niet.');
  if (method !== 'GET') return text(response, 405, 'Vraag een token met GET.');
  try {
    text(response, 200, await requestToken(issuer, gebruiker));
  } catch {
    text(response, 500, 'Er kon geen token worden gemaakt.');
  }
}

/** Asks the provider as any client would (RFC 6749 section 4.4), so that there is one way in which tokens are made. */
async function requestToken(issuer: string, gebruiker: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${gebruiker}:${DEMO_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: unknown };
  if (typeof token !== 'string') throw new Error(`The provider answered ${answer.status}.`);
  return token;
}

function ready(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ gereed: true, onderdelen: [] }));
}

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
