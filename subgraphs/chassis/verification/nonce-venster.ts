/** Remembers which nonces were seen, for as long as a call with that nonce could still be accepted. */
export interface NonceVenster {
  /**
   * Takes a nonce at the time `nu` (ms). `false` when it was taken before, and whenever that is not certain.
   * @throws when it cannot be known at all
   */
  readonly neem: (nonce: string, nu: number) => boolean | Promise<boolean>;
  /** Calls signed before this time (ms) may have been taken by a window that is gone. */
  readonly sinds: number;
}

/** The window of a subgraph that is one process. */
export class EigenNonceVenster implements NonceVenster {
  readonly #gezien = new Map<string, number>();
  readonly #duur: number;
  readonly #hooguit: number;
  readonly sinds: number;

  /** `duur` in milliseconds; `hooguit` bounds the memory; `sinds` when the process began (ms). */
  constructor(duur: number, hooguit: number, sinds: number) {
    this.#duur = duur;
    this.#hooguit = hooguit;
    this.sinds = sinds;
  }

  /** `false` also when the window is full: forgetting a nonce to make room would let its call be replayed. */
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
