import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { type UitgeverInstelling, uitgeverInstelling } from '../../gateway/identity/uitgever.ts';

/** How a token differs from a good one. */
export interface TokenOptions {
  readonly issuer?: string;
  readonly audience?: string;
  readonly typ?: string;
  readonly kid?: string;
  /** Seconds from now until it expires. */
  readonly expiresIn?: number;
  /** Seconds from now at which it begins (`nbf`); absent by default. */
  readonly notBefore?: number;
  /** Seconds from now at which it was made; now by default. */
  readonly issuedAt?: number;
  /** Further parameters of its header. */
  readonly header?: Partial<JWTHeaderParameters>;
}

/** An issuer of access tokens for tests, its keys served over HTTP. */
export interface TestUitgever {
  readonly instelling: UitgeverInstelling;
  /** A signed access token with these claims. */
  readonly token: (claims: JWTPayload, options?: TokenOptions) => Promise<string>;
  /** Replaces the key: tokens are signed with a new one, and only that is served. */
  readonly roteer: () => Promise<void>;
  /** While it is away, its keys cannot be fetched. */
  readonly zetWeg: (isWeg: boolean) => void;
  /** How often the keys were fetched. */
  readonly opgehaald: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts an issuer on a free port. */
export async function beginUitgever(): Promise<TestUitgever> {
  let serie = 0;
  let fetches = 0;
  let isAway = false;
  let key = await nieuweSleutel(serie);
  const server = createServer((_request, response) => {
    fetches += 1;
    response.statusCode = isAway ? 503 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [key.publicJwk] }));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  return {
    instelling: uitgeverInstelling.parse({
      issuer,
      jwks: `${issuer}/jwks`,
      audience: 'urn:ketengraaf:gateway',
      algoritmen: ['EdDSA'],
    }),
    token: (claims, options = {}) => {
      const nu = Math.floor(Date.now() / 1000);
      const { kid = key.kid, typ = 'at+jwt', header } = options;
      const token = new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid, typ, ...header })
        .setIssuer(options.issuer ?? issuer)
        .setAudience(options.audience ?? 'urn:ketengraaf:gateway')
        .setIssuedAt(nu + (options.issuedAt ?? 0))
        .setExpirationTime(nu + (options.expiresIn ?? 600));
      if (options.notBefore !== undefined) token.setNotBefore(nu + options.notBefore);
      return token.sign(
        key.privateKey,
        header?.crit === undefined ? {} : { crit: { [header.crit[0] ?? '']: true } },
      );
    },
    roteer: async () => {
      serie += 1;
      key = await nieuweSleutel(serie);
    },
    zetWeg: (nowAway) => {
      isAway = nowAway;
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
