/** A request as autocannon is about to send it. */
export interface Verzoek {
  readonly body?: string;
}

/** What is asked of autocannon. Times in seconds. */
export interface Kanonopties {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly duration: number;
  readonly timeout: number;
  /** Asked in turn: made each time, or always the same. */
  readonly requests: readonly {
    readonly setupRequest?: (verzoek: Verzoek) => Verzoek;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }[];
}

/** A running load. */
export interface Kanon {
  on(soort: 'reqError', hoor: () => void): void;
  /** Told of every answer: its status, its bytes with the headers, and how many milliseconds it took. */
  on(
    soort: 'response',
    hoor: (verbinding: unknown, status: number, bytes: number, tijd: number) => void,
  ): void;
  stop(): void;
}

type VuurKanon = (opties: Kanonopties, klaar: () => void) => Kanon;

/**
 * autocannon, as far as it is used here. Found when it runs and not by a plain import, because the packages of the
 * benchmark are not there where the imports of the whole project are checked.
 * @throws Error when the packages of the benchmark are not installed
 */
export async function laadKanon(): Promise<VuurKanon> {
  const { default: vuur } = (await import(import.meta.resolve('autocannon'))) as {
    readonly default: VuurKanon;
  };
  return vuur;
}
