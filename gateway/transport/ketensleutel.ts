import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { z } from 'zod';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** The key with which the gateway signs towards subgraphs. */
export interface Ketensleutel {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** The public half, as subgraphs fetch it (RFC 7517). */
  readonly jwks: { readonly keys: readonly JWK[] };
}

const ed25519Jwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  d: z.string().min(1),
  x: z.string().min(1),
  kid: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/)
    .optional(),
});

/**
 * Reads the private Ed25519 key (a JWK file).
 * @throws KetenFout INSTELLINGEN_ONGELDIG naming the file, never its content
 */
export async function leesKetensleutel(path: string): Promise<Ketensleutel> {
  let jwk: z.infer<typeof ed25519Jwk>;
  try {
    jwk = ed25519Jwk.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const reden = `KETENTOKEN_SLEUTEL: ${path} is not a readable private Ed25519 JWK.`;
    throw new KetenFout('INSTELLINGEN_ONGELDIG', reden, {}, { cause });
  }
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const publicJwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
  const kid = jwk.kid ?? (await calculateJwkThumbprint(publicJwk));
  return Object.freeze({
    kid,
    privateKey,
    jwks: { keys: [{ ...publicJwk, kid, alg: 'EdDSA', use: 'sig' }] },
  });
}
