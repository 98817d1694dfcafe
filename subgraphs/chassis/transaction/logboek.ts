/** What was given out in one answer: pairs of betrokkene and verantwoordelijke, and the fields read. */
export interface Lezing {
  readonly betrokkenen: readonly string[];
  /** `verantwoordelijken[i]` answers for the data of `betrokkenen[i]`. */
  readonly verantwoordelijken: readonly string[];
  /** Names of fields, `Type.veld`. */
  readonly velden: readonly string[];
}

/** Collects, during one request, whose data are given out. */
export class Logboek {
  readonly #paren = new Map<string, readonly [betrokkene: string, verantwoordelijke: string]>();
  readonly #velden = new Set<string>();

  /** Notes that a field about these persons was given out. */
  noteer(betrokkenen: readonly string[], verantwoordelijke: string, veld: string): void {
    for (const betrokkene of betrokkenen) {
      this.#paren.set(`${betrokkene} ${verantwoordelijke}`, [betrokkene, verantwoordelijke]);
    }
    this.#velden.add(veld);
  }

  /** All that was noted, sorted. */
  lezing(): Lezing {
    const paren = [...this.#paren].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, paar]) => paar);
    return {
      betrokkenen: paren.map(([betrokkene]) => betrokkene),
      verantwoordelijken: paren.map(([, verantwoordelijke]) => verantwoordelijke),
      velden: [...this.#velden].toSorted(),
    };
  }
}
