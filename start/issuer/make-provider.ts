import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import Provider, { type ClientMetadata, type Configuration, errors } from 'oidc-provider';
import type { Gebruiker } from '../../schema/demo/laad-gebruikers.ts';
import { KeepsNothing } from './keeps-nothing.ts';

/** The audience of every access token. */
export const AUDIENCE = 'urn:ketengraaf:gateway';

/** The secret of every demo client: there is nothing to keep from anybody here. */
export const DEMO_SECRET = 'demo';

const MINUTES_15 = 15 * 60;

/**
 * An OpenID provider in which every demo user is a client of its own: `client_credentials` gives a JWT
 * access token (RS256, 15 minutes, RFC 9068) for the gateway, with the claims of that user.
 * Everything a person would need (login, consent, sessions) is off.
 */
export function makeProvider(issuer: string, key: JWK, gebruikers: readonly Gebruiker[]): Provider {
  const claims = new Map(gebruikers.map((gebruiker) => [gebruiker.gebruiker, claimsOf(gebruiker)]));
  const configuration: Configuration = {
    adapter: KeepsNothing,
    clients: gebruikers.map(({ gebruiker }) => clientOf(gebruiker)),
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    responseTypes: [],
    scopes: [],
    ttl: { ClientCredentials: MINUTES_15 },
    renderError: (ctx, { error }) => {
      ctx.type = 'text/plain';
      ctx.body = error;
    },
    extraTokenClaims: (_, token) => claims.get(token.clientId ?? ''),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        getResourceServerInfo: (_, resource) => {
          if (resource !== AUDIENCE) throw new errors.InvalidTarget();
          return {
            scope: '',
            audience: AUDIENCE,
            accessTokenTTL: MINUTES_15,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
    },
  };
  return new Provider(issuer, configuration);
}

function clientOf(gebruiker: string): ClientMetadata {
  return {
    client_id: gebruiker,
    client_secret: DEMO_SECRET,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}

function claimsOf({ gebruiker: _, omschrijving: __, ...claims }: Gebruiker): Record<string, unknown> {
  return claims;
}
