import { aessiv } from '@noble/ciphers/aes.js';
import { geheimeSleutel } from './geheime-sleutel.ts';
import { Sleutelring } from './sleutelring.ts';

/** The keys of pseudonyms: 64 bytes each, half for the synthetic nonce and half to encrypt. */
export type Pseudoniemring = Sleutelring<Buffer>;

/** Makes and reads the pseudonyms of one afnemer. */
export interface Pseudoniemen {
  /** The pseudonym of a key: base64url, the same each time until another key makes. */
  readonly maak: (sleutel: string) => string;
  /** The key of a pseudonym; `undefined` for anything that was not made by the ring for this afnemer. */
  readonly lees: (pseudoniem: string) => string | undefined;
}

/**
 * Reads the keys of pseudonyms from the file of a ring.
 * @throws KetenFout INSTELLINGEN_ONGELDIG naming the file, never its content
 */
export function leesPseudoniemring(pad: string): Pseudoniemring {
  return new Sleutelring(pad, geheimeSleutel(64));
}

/**
 * The pseudonyms under which one afnemer knows people: AES-SIV (RFC 5297, AEAD_AES_SIV_CMAC_512 without a nonce) over the
 * key that the keten uses within, with the afnemer as associated data. One afnemer meets the same person under the same
 * pseudonym; two afnemers cannot tell from theirs that it is the same person.
 * @param nu milliseconds since 1970: says which key makes
 */
export function pseudoniemenVoor(ring: Pseudoniemring, afnemer: string, nu: number): Pseudoniemen {
  const kader = Buffer.from(afnemer);
  const maker = ring.maakt(nu).sleutel;
  return Object.freeze({
    maak: (sleutel: string) =>
      Buffer.from(aessiv(maker, kader).encrypt(Buffer.from(sleutel))).toString('base64url'),
    lees: (pseudoniem: string) => {
      const bytes = Buffer.from(pseudoniem, 'base64url');
      // Node's decoder skips what is not base64url; a pseudonym has one spelling.
      if (bytes.toString('base64url') !== pseudoniem) return undefined;
      return ring.alle
        .map(({ sleutel }) => ontcijferd(sleutel, kader, bytes))
        .find((sleutel) => sleutel !== undefined);
    },
  });
}

function ontcijferd(sleutel: Uint8Array, kader: Uint8Array, bytes: Uint8Array): string | undefined {
  try {
    return Buffer.from(aessiv(sleutel, kader).decrypt(bytes)).toString();
  } catch {
    return undefined;
  }
}
