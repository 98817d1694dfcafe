import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { DataMap } from '../data-map.ts';
import { readOrMake } from '../files/read-or-make.ts';
import { readRing, ringText } from './ringbestand.ts';
import { makeRingjwk, type Sleutelsoort } from './sleutelsoorten.ts';

const makeKeyPair = promisify(generateKeyPair);

/** The file of each kind of key in a data folder. */
export function ringPlaces(plaatsen: DataMap): Readonly<Record<Sleutelsoort, string>> {
  return {
    ketentoken: plaatsen.ketentokenSleutel,
    cursor: plaatsen.cursorSleutels,
    pseudoniem: plaatsen.pseudoniemSleutels,
  };
}

/** Makes the keys that are not there yet: a ring of one for each purpose, and the private RSA JWK of the demo issuer. */
export async function ensureSleutels(plaatsen: DataMap): Promise<void> {
  const rings = Object.entries(ringPlaces(plaatsen)) as [Sleutelsoort, string][];
  await Promise.all([
    ...rings.map(([soort, pad]) =>
      readOrMake(
        pad,
        () => isRing(pad),
        async () => ringText([await makeRingjwk(soort, 0)]),
      ),
    ),
    readOrMake(plaatsen.uitgeverSleutel, isJwk, async () => {
      const { privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 });
      const jwk = privateKey.export({ format: 'jwk' }) as JWK;
      return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' });
    }),
  ]);
}

function isRing(pad: string): boolean {
  try {
    return readRing(pad).length > 0;
  } catch {
    return false;
  }
}

function isJwk(content: string): boolean {
  try {
    const { kid, d } = JSON.parse(content) as JWK;
    return typeof kid === 'string' && typeof d === 'string';
  } catch {
    return false;
  }
}
