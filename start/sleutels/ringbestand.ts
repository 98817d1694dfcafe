import { z } from 'zod';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { readIfPresent } from '../files/read-if-present.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { makeRingjwk, type Ringjwk, SLEUTELSOORTEN, type Sleutelsoort } from './sleutelsoorten.ts';

const ringjwk = z
  .looseObject({ kty: z.string(), kid: z.string(), nbf: z.int().min(0).default(0) })
  .transform((jwk) => jwk as Ringjwk);
const bestand = z.union([z.strictObject({ keys: z.array(ringjwk).min(1) }), ringjwk]);

/** The keys in a file, the one that began last or is to begin first. Throws INSTELLINGEN_ONGELDIG naming the file. */
export function readRing(pad: string): readonly Ringjwk[] {
  const content = readIfPresent(pad);
  try {
    const gelezen = bestand.parse(JSON.parse(content ?? ''));
    return ('keys' in gelezen ? (gelezen.keys as Ringjwk[]) : [gelezen]).toSorted((a, b) => b.nbf - a.nbf);
  } catch {
    // The cause would quote the file.
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `${pad} is not there, or is no ring of keys.`);
  }
}

/** The content of a ring file with these keys. */
export function ringText(keys: readonly Ringjwk[]): string {
  return `${JSON.stringify({ keys }, null, 2)}\n`;
}

/**
 * Adds a key that makes after `na` seconds: until then it is only made known. Returns its `kid`.
 * Throws INSTELLINGEN_ONGELDIG when there is one to come already.
 * @param nu seconds since 1970
 */
export async function rotate(pad: string, soort: Sleutelsoort, na: number, nu: number): Promise<string> {
  const keys = readRing(pad);
  if (keys.some(({ nbf }) => nbf > nu))
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `${pad} has a key that is still to begin.`);
  const next = await makeRingjwk(soort, nu + na);
  writeAtomically(pad, ringText([next, ...keys]));
  return next.kid;
}

/**
 * Throws away the keys that were replaced so long ago that nothing they made is used any more. Returns their `kid`s.
 * @param nu seconds since 1970
 */
export function tidy(pad: string, soort: Sleutelsoort, nu: number): readonly string[] {
  const keys = readRing(pad);
  const isNeeded = (_: Ringjwk, at: number): boolean => {
    const successor = keys[at - 1];
    return successor === undefined || successor.nbf + SLEUTELSOORTEN[soort].nog > nu;
  };
  const needed = keys.filter(isNeeded);
  if (needed.length < keys.length) writeAtomically(pad, ringText(needed));
  return keys.filter((key) => !needed.includes(key)).map(({ kid }) => kid);
}
