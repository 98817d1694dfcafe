import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import { type Ringsleutel, Sleutelring, type Sleutelvorm } from '../../schema/keten/sleutelring.ts';

/** The key with which the gateway signs towards subgraphs. */
export interface Ketensleutel {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

/** All keys of the gateway: one signs, every one is published. */
export interface Ketensleutels {
  /** The key that signs now. */
  readonly huidige: () => Ketensleutel;
  /** The public halves, as subgraphs fetch them (RFC 7517): of keys to come and of keys that signed before as well. */
  readonly jwks: () => { readonly keys: readonly JWK[] };
  /** Reads the file again. @throws KetenFout INSTELLINGEN_ONGELDIG; the keys there were stay then */
  readonly herlees: () => void;
}

const ed25519Jwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  d: z.string().min(1),
  x: z.string().min(1),
});

const ed25519: Sleutelvorm<KeyObject> = (jwk) =>
  createPrivateKey({ key: ed25519Jwk.parse(jwk), format: 'jwk' });

/**
 * Reads the ring of private Ed25519 keys.
 * @param nu milliseconds since 1970
 * @throws KetenFout INSTELLINGEN_ONGELDIG naming the file, never its content
 */
export function leesKetensleutels(pad: string, nu: () => number = Date.now): Ketensleutels {
  const ring = new Sleutelring(pad, ed25519);
  return Object.freeze({
    huidige: () => {
      const { kid, sleutel } = ring.maakt(nu());
      return { kid, privateKey: sleutel };
    },
    jwks: () => ({ keys: ring.alle.map(openbaar) }),
    herlees: () => ring.herlees(),
  });
}

function openbaar({ kid, sleutel }: Ringsleutel<KeyObject>): JWK {
  return { ...(createPublicKey(sleutel).export({ format: 'jwk' }) as JWK), kid, alg: 'EdDSA', use: 'sig' };
}
