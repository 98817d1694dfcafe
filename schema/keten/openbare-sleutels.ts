import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** How public keys are had and kept; times in milliseconds. */
export interface OpenbareSleutelsOpties {
  /** Gets the keys as they are now; throws when they cannot be had. */
  readonly haal: () => Promise<JSONWebKeySet>;
  /** Milliseconds since 1970. */
  readonly nu: () => number;
  /** Keys older than this are got again, beside the requests; those twice as old before anything is verified by them. */
  readonly vers: number;
  /** The least time between two attempts, whatever asks for them; after one that failed it is a second at most. */
  readonly afkoeling: number;
  /** Keys older than this are trusted no more. */
  readonly hooguitOud: number;
}

/** Whether the keys are as they are at their owner, kept from before, or not there. */
export type Sleutelstaat = 'vers' | 'bewaard' | 'geen';

/** The public keys could not be had: nothing is known of the token. */
export class SleutelsNietBereikbaar extends Error {
  override readonly name = 'SleutelsNietBereikbaar';
}

/** After an attempt that failed, in milliseconds: nothing was learned, and who was away may be back. */
const AFKOELING_NA_FOUT = 1_000;

interface Gehaald {
  readonly sleutels: JWTVerifyGetKey;
  readonly tekst: string;
  readonly op: number;
}

/**
 * The public keys of somebody who signs for us. A key that is not known makes them be got again, and so does age; but
 * never more than one attempt in each `afkoeling`, so that no flood of made-up key ids reaches their owner, and whoever
 * sends one keeps a new key out for no longer than that. While their owner is away the kept keys go on.
 */
export class OpenbareSleutels {
  readonly #opties: OpenbareSleutelsOpties;
  #gehaald: Gehaald | undefined;
  #geprobeerd = Number.NEGATIVE_INFINITY;
  #poging: Promise<boolean> | undefined;
  #isMislukt = false;
  #generatie = 0;

  constructor(opties: OpenbareSleutelsOpties) {
    this.#opties = opties;
  }

  /**
   * Picks the key that a token names.
   * @throws errors.JWKSNoMatchingKey; SleutelsNietBereikbaar when the keys could not be had
   */
  readonly sleutel: JWTVerifyGetKey = async (header, token) => {
    const { vers, hooguitOud } = this.#opties;
    // Who was idle may have missed that a key was withdrawn; of somebody who is away nothing is waited for twice.
    if (this.#isTeOud(this.#isMislukt ? hooguitOud : 2 * vers)) await this.#probeer();
    else if (this.#isTeOud(vers)) void this.#probeer();
    const { sleutels } = this.#bewaard();
    try {
      return await sleutels(header, token);
    } catch (fout) {
      if (!(fout instanceof errors.JWKSNoMatchingKey)) throw fout;
      if (await this.#probeer()) return this.#bewaard().sleutels(header, token);
      // A new key may be what could not be had.
      if (this.#isMislukt) throw new SleutelsNietBereikbaar('the keys cannot be fetched', { cause: fout });
      throw fout;
    }
  };

  /** How often the keys were replaced: what one generation verified says nothing under the next. */
  get generatie(): number {
    return this.#generatie;
  }

  /** How the keys are; tries to get them when they are not fresh. */
  async staat(): Promise<Sleutelstaat> {
    if (this.#isMislukt || this.#isTeOud(this.#opties.vers)) await this.#probeer();
    if (this.#isTeOud(this.#opties.hooguitOud)) return 'geen';
    return this.#isMislukt ? 'bewaard' : 'vers';
  }

  #isTeOud(leeftijd: number): boolean {
    return this.#gehaald === undefined || this.#opties.nu() - this.#gehaald.op > leeftijd;
  }

  #bewaard(): Gehaald {
    if (this.#gehaald === undefined || this.#isTeOud(this.#opties.hooguitOud))
      throw new SleutelsNietBereikbaar('the keys cannot be fetched');
    return this.#gehaald;
  }

  /** Gets the keys, unless that was tried a moment ago; whether it succeeded. Whoever comes meanwhile waits for the same. */
  #probeer(): Promise<boolean> {
    const nu = this.#opties.nu();
    if (this.#poging !== undefined) return this.#poging;
    const { afkoeling } = this.#opties;
    const wacht = this.#isMislukt ? Math.min(afkoeling, AFKOELING_NA_FOUT) : afkoeling;
    if (nu - this.#geprobeerd < wacht) return Promise.resolve(false);
    this.#geprobeerd = nu;
    this.#poging = this.#haal().finally(() => {
      this.#poging = undefined;
    });
    return this.#poging;
  }

  async #haal(): Promise<boolean> {
    try {
      const jwks = await this.#opties.haal();
      const tekst = JSON.stringify(jwks.keys);
      const vorige = this.#gehaald;
      const sleutels = vorige?.tekst === tekst ? vorige.sleutels : createLocalJWKSet(jwks);
      this.#gehaald = { sleutels, tekst, op: this.#opties.nu() };
      this.#isMislukt = false;
      if (vorige !== undefined && vorige.tekst !== tekst) this.#generatie += 1;
      return true;
    } catch {
      this.#isMislukt = true;
      return false;
    }
  }
}

/** Gets a JWKS over HTTP: one answer with status 200, no redirect. */
export function haalOverHttp(url: URL, hooguitMs: number): () => Promise<JSONWebKeySet> {
  return async () => {
    const antwoord = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(hooguitMs) });
    if (antwoord.status !== 200) throw new Error(`status ${antwoord.status}`);
    return (await antwoord.json()) as JSONWebKeySet;
  };
}
