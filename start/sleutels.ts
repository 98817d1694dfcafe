import { generateKeyPair, randomBytes, randomUUID, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { DataMap } from './data-map.ts';
import { readOrMake } from './files/read-or-make.ts';

const makeKeyPair = promisify(generateKeyPair);

/**
 * Makes the keys that are not there yet: the private Ed25519 JWK of the ketentoken, the private RSA JWK
 * of the demo issuer (both with `kid` and `alg`), the ring of pseudonyms, and the 32 bytes for cursors.
 * Returns the cursor key in base64url; the others are read by the processes that use them.
 */
export async function ensureSleutels(plaatsen: DataMap): Promise<string> {
  const [cursorSleutel] = await Promise.all([
    readOrMake(plaatsen.cursorSleutel, isCursorSleutel, () => randomBytes(32).toString('base64url')),
    readOrMake(plaatsen.ketentokenSleutel, isJwk, async () => {
      const { privateKey } = await makeKeyPair('ed25519');
      return toJwk(privateKey.export({ format: 'jwk' }), 'EdDSA');
    }),
    readOrMake(plaatsen.uitgeverSleutel, isJwk, async () => {
      const { privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 });
      return toJwk(privateKey.export({ format: 'jwk' }), 'RS256');
    }),
    readOrMake(plaatsen.pseudoniemSleutels, isRing, () => makeRing(randomBytes(64))),
  ]);
  return cursorSleutel;
}

async function toJwk(key: JsonWebKey, alg: string): Promise<string> {
  const kid = await calculateJwkThumbprint(key as JWK);
  return JSON.stringify({ ...key, kid, alg, use: 'sig' });
}

/** A ring of one key (RFC 7517, kind `oct`). */
function makeRing(key: Buffer): string {
  return JSON.stringify({ keys: [{ kty: 'oct', k: key.toString('base64url'), kid: randomUUID() }] });
}

function isRing(content: string): boolean {
  try {
    const { keys } = JSON.parse(content) as { keys: readonly JWK[] };
    return keys.length > 0 && keys.every(({ k }) => typeof k === 'string');
  } catch {
    return false;
  }
}

function isCursorSleutel(content: string): boolean {
  return Buffer.from(content, 'base64url').length === 32;
}

function isJwk(content: string): boolean {
  try {
    const { kid, d } = JSON.parse(content) as JWK;
    return typeof kid === 'string' && typeof d === 'string';
  } catch {
    return false;
  }
}
