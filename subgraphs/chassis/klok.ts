/** The one source of time: real time for tokens and logs, the peildatum for what the domain calls today. */
export interface Klok {
  /** Milliseconds since 1970. */
  readonly nu: () => number;
  /** The day the domain calls today, `JJJJ-MM-DD`. */
  readonly vandaag: string;
}

/** A clock that runs in real time, with `peildatum` as the domain's today. */
export function echteKlok(peildatum: string): Klok {
  return Object.freeze({ nu: Date.now, vandaag: peildatum });
}
