import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { KetenFout } from '../fouten/keten-fout.ts';

/** One key of a ring. */
export interface Ringsleutel<Sleutel> {
  readonly kid: string;
  /** From when it makes (signs, encrypts), in milliseconds since 1970; it is accepted always. */
  readonly vanaf: number;
  readonly sleutel: Sleutel;
}

/** Makes of one private JWK what its users need; throws when it is not of their kind. */
export type Sleutelvorm<Sleutel> = (jwk: Readonly<Record<string, unknown>>) => Sleutel;

/** A key as it stands in a ring file: a private JWK (RFC 7517), with `nbf` in seconds since 1970. */
const ringJwk = z.looseObject({
  kid: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  nbf: z.int().min(0).default(0),
});
const ringbestand = z.union([
  z.strictObject({ keys: z.array(ringJwk).min(1).max(20) }),
  ringJwk.transform((jwk) => ({ keys: [jwk] })),
]);

/**
 * The keys of one purpose, in a file `{"keys": [JWK, …]}`, or one JWK alone. Of the keys that have begun (`nbf`) the last one makes;
 * all are accepted, those to come as well, so that whoever reads the file a little later misses nothing. The file is
 * read at the start and whenever somebody says so (`herlees`).
 */
export class Sleutelring<Sleutel> {
  readonly #pad: string;
  readonly #vorm: Sleutelvorm<Sleutel>;
  #alle: readonly Ringsleutel<Sleutel>[];

  /** @throws KetenFout INSTELLINGEN_ONGELDIG naming the file, never its content */
  constructor(pad: string, vorm: Sleutelvorm<Sleutel>) {
    this.#pad = pad;
    this.#vorm = vorm;
    this.#alle = leesRing(pad, vorm);
  }

  /** Every key, the one that began last first. */
  get alle(): readonly Ringsleutel<Sleutel>[] {
    return this.#alle;
  }

  /** The key that makes at the time `nu` (milliseconds since 1970). */
  maakt(nu: number): Ringsleutel<Sleutel> {
    const begonnen = this.#alle.find(({ vanaf }) => vanaf <= nu) ?? this.#alle.at(-1);
    if (begonnen === undefined) throw new Error('a ring without keys');
    return begonnen;
  }

  /**
   * Reads the file again, whole or not at all.
   * @throws KetenFout INSTELLINGEN_ONGELDIG; the keys there were stay then
   */
  herlees(): void {
    this.#alle = leesRing(this.#pad, this.#vorm);
  }
}

function leesRing<Sleutel>(pad: string, vorm: Sleutelvorm<Sleutel>): readonly Ringsleutel<Sleutel>[] {
  try {
    const { keys } = ringbestand.parse(JSON.parse(readFileSync(pad, 'utf8')));
    if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw new Error('a kid occurs twice');
    return keys
      .map((jwk) => Object.freeze({ kid: jwk.kid, vanaf: jwk.nbf * 1000, sleutel: vorm(jwk) }))
      .toSorted((a, b) => b.vanaf - a.vanaf);
  } catch {
    // The cause would quote the file.
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `${pad} is not a readable ring of keys of the right kind.`);
  }
}
