import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

/** Between two fetches for a key that is not known, in milliseconds. */
const AFKOELING = 5_000;

/** The public keys of the gateway. */
export interface Sleutelbron {
  readonly sleutel: JWTVerifyGetKey;
  /** Whether the keys are known or can be fetched now. */
  readonly isBeschikbaar: () => Promise<boolean>;
}

/** The keys at an http(s): or file: URL, fetched again (at most every 5 s) when a key is not known. */
export function sleutelbron(url: URL, nu: () => number): Sleutelbron {
  return url.protocol === 'file:' ? uitBestand(url, nu) : overHttp(url);
}

function overHttp(url: URL): Sleutelbron {
  const set = createRemoteJWKSet(url, { cooldownDuration: AFKOELING, timeoutDuration: 2_000 });
  return {
    sleutel: set,
    isBeschikbaar: async () => {
      if (set.jwks() !== undefined) return true;
      return set.reload().then(
        () => true,
        () => false,
      );
    },
  };
}

function uitBestand(url: URL, nu: () => number): Sleutelbron {
  let gelezen: { readonly set: ReturnType<typeof createLocalJWKSet>; readonly op: number } | undefined;
  const lees = async (): Promise<ReturnType<typeof createLocalJWKSet>> => {
    const set = createLocalJWKSet(JSON.parse(await readFile(url, 'utf8')) as JSONWebKeySet);
    gelezen = { set, op: nu() };
    return set;
  };
  return {
    sleutel: async (header, token) => {
      const bekend = gelezen;
      try {
        return await (bekend?.set ?? (await lees()))(header, token);
      } catch (fout) {
        if (
          !(fout instanceof errors.JWKSNoMatchingKey) ||
          bekend === undefined ||
          nu() - bekend.op < AFKOELING
        )
          throw fout;
        return (await lees())(header, token);
      }
    },
    isBeschikbaar: async () =>
      gelezen !== undefined ||
      lees().then(
        () => true,
        () => false,
      ),
  };
}
