/** Remembers which nonces were seen, for as long as a call with that nonce could still be accepted. */
export class NonceVenster {
  readonly #gezien = new Map<string, number>();
  readonly #duur: number;
  readonly #hooguit: number;

  /** `duur` in milliseconds; `hooguit` bounds the memory. */
  constructor(duur: number, hooguit: number) {
    this.#duur = duur;
    this.#hooguit = hooguit;
  }

  /**
   * Takes a nonce at the time `nu` (ms). `false` when it was taken before, and also when the window is
   * full: forgetting a nonce to make room would let its call be replayed.
   */
  neem(nonce: string, nu: number): boolean {
    for (const [oudste, verloopt] of this.#gezien) {
      if (verloopt > nu) break;
      this.#gezien.delete(oudste);
    }
    if (this.#gezien.has(nonce) || this.#gezien.size >= this.#hooguit) return false;
    this.#gezien.set(nonce, nu + this.#duur);
    return true;
  }
}
