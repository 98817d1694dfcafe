import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { UitgeverInstelling } from '../../gateway/identity/uitgever.ts';

/** How a token differs from a good one. */
export interface TokenOptions {
  readonly issuer?: string;
  readonly audience?: string;
  readonly typ?: string;
  readonly kid?: string;
  /** Seconds from now until it expires. */
  readonly expiresIn?: number;
}

/** An issuer of access tokens for tests, its keys served over HTTP. */
export interface TestUitgever {
  readonly instelling: UitgeverInstelling;
  /** A signed access token with these claims. */
  readonly token: (claims: JWTPayload, options?: TokenOptions) => Promise<string>;
  /** Replaces the key: tokens are signed with a new one, and only that is served. */
  readonly roteer: () => Promise<void>;
  /** How often the keys were fetched. */
  readonly opgehaald: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts an issuer on a free port. */
export async function beginUitgever(): Promise<TestUitgever> {
  let serie = 0;
  let fetches = 0;
  let key = await nieuweSleutel(serie);
  const server = createServer((_request, response) => {
    fetches += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [key.publicJwk] }));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  return {
    instelling: {
      issuer,
      jwks: `${issuer}/jwks`,
      audience: 'urn:ketengraaf:gateway',
      algoritmen: ['EdDSA'],
      typ: 'at+jwt',
      claims: {},
    },
    token: (claims, options = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid: options.kid ?? key.kid, typ: options.typ ?? 'at+jwt' })
        .setIssuer(options.issuer ?? issuer)
        .setAudience(options.audience ?? 'urn:ketengraaf:gateway')
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + (options.expiresIn ?? 600))
        .sign(key.privateKey),
    roteer: async () => {
      serie += 1;
      key = await nieuweSleutel(serie);
    },
    opgehaald: () => fetches,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}

async function nieuweSleutel(serie: number) {
  const kid = `sleutel-${serie}`;
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' } };
}
