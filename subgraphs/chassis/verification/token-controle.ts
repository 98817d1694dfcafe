import { hash, KeyObject } from 'node:crypto';
import { type CryptoKey, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { KETENTOKEN_ISSUER, ketentokenClaims } from '../../../schema/keten/ketentoken.ts';
import type { OpenbareSleutels } from '../../../schema/keten/openbare-sleutels.ts';
import type { GeldigToken } from './aanroep.ts';

/** Clocks of gateway and subgraph may differ this much, in seconds. */
export const SPELING = 2;

/** The longest a ketentoken may live, in seconds. */
const LEVENSDUUR = 60;

/** Verified tokens kept at most. */
const BEWAARD = 10_000;

/** Settings of `tokenControle`. */
export interface TokenControleOpties {
  /** The name of this subgraph. */
  readonly audience: string;
  /** The keys of the gateway. */
  readonly sleutels: Pick<OpenbareSleutels, 'sleutel' | 'generatie'>;
  /** Milliseconds since 1970. */
  readonly nu: () => number;
}

interface Bewaard {
  readonly geldig: GeldigToken;
  /** How often the keys had been replaced when it was verified. */
  readonly generatie: number;
}

/**
 * Verifies ketentokens: signature, `typ`, issuer, audience, times and claims. A verified token is kept
 * by its SHA-256 until it expires or the keys of the gateway change. The function throws what jose or zod throws when a
 * token is refused.
 */
export function tokenControle({
  audience,
  sleutels,
  nu,
}: TokenControleOpties): (token: string) => Promise<GeldigToken> {
  const bewaard = new LRUCache<string, Bewaard>({ max: BEWAARD });
  return async (token) => {
    const kenmerk = hash('sha256', token, 'base64');
    const { generatie } = sleutels;
    const bekend = bewaard.get(kenmerk);
    if (bekend?.generatie === generatie && nu() < (bekend.geldig.claims.exp + SPELING) * 1000)
      return bekend.geldig;
    bewaard.delete(kenmerk);
    const geldig = await controleer(token, audience, sleutels.sleutel, nu());
    bewaard.set(kenmerk, { geldig, generatie });
    return geldig;
  };
}

async function controleer(
  token: string,
  audience: string,
  sleutel: JWTVerifyGetKey,
  nu: number,
): Promise<GeldigToken> {
  const { payload, protectedHeader, key } = await jwtVerify(token, sleutel, {
    algorithms: ['EdDSA', 'Ed25519'],
    typ: 'keten+jwt',
    issuer: KETENTOKEN_ISSUER,
    audience,
    clockTolerance: SPELING,
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: LEVENSDUUR,
    currentDate: new Date(nu),
  });
  const claims = ketentokenClaims.parse(payload);
  if (claims.exp - claims.iat > LEVENSDUUR) throw new Error('the token lives too long');
  if (protectedHeader.kid === undefined) throw new Error('the token names no key');
  return Object.freeze({ claims: Object.freeze(claims), keyid: protectedHeader.kid, key: alsKeyObject(key) });
}

function alsKeyObject(key: CryptoKey | Uint8Array): KeyObject {
  if (key instanceof Uint8Array) throw new Error('not a public key');
  return KeyObject.from(key);
}
