import { generateKeyPair, randomBytes, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { DataMap } from './data-map.ts';
import { readOrMake } from './files/read-or-make.ts';

const makeKeyPair = promisify(generateKeyPair);

/**
 * Makes the keys that are not there yet: the private Ed25519 JWK of the ketentoken, the private RSA JWK
 * of the demo issuer (both with `kid` and `alg`), and the 32 bytes for cursors.
 * Returns the cursor key in base64url; the others are read by the process that signs with them.
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
  ]);
  return cursorSleutel;
}

async function toJwk(key: JsonWebKey, alg: string): Promise<string> {
  const kid = await calculateJwkThumbprint(key as JWK);
  return JSON.stringify({ ...key, kid, alg, use: 'sig' });
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
