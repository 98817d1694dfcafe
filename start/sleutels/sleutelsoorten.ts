import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';

const makeKeyPair = promisify(generateKeyPair);

/** A private key as it stands in the file of a ring; `nbf` in seconds since 1970 says from when it makes. */
export type Ringjwk = JWK & { readonly kid: string; readonly nbf: number };

interface Soort {
  readonly make: () => Promise<JWK & { readonly kid: string }>;
  /** How many seconds after its successor began a key may be thrown away: nothing that it made is used any more. */
  readonly nog: number;
}

const secret = (bytes: number) => async () => ({
  kty: 'oct',
  k: randomBytes(bytes).toString('base64url'),
  kid: randomUUID(),
});

const DAY = 86_400;

/** The keys of the keten, by what they are for. */
export const SLEUTELSOORTEN = {
  /** Signs what the gateway asks of subgraphs; a token under it lives a minute. */
  ketentoken: {
    make: async () => {
      const { privateKey } = await makeKeyPair('ed25519');
      const jwk = privateKey.export({ format: 'jwk' }) as JWK;
      return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
    },
    nog: 300,
  },
  /** Makes the places in lists unreadable; a reader goes on with a list the same day. */
  cursor: { make: secret(32), nog: DAY },
  /** Makes the names under which afnemers know klanten; they keep those. */
  pseudoniem: { make: secret(64), nog: 366 * DAY },
} as const satisfies Record<string, Soort>;

export type Sleutelsoort = keyof typeof SLEUTELSOORTEN;

/** Makes a key that makes from `nbf` on (seconds since 1970). */
export async function makeRingjwk(soort: Sleutelsoort, nbf: number): Promise<Ringjwk> {
  return { ...(await SLEUTELSOORTEN[soort].make()), nbf };
}
