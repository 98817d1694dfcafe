/** What one gateway did with one case in one round. Times in milliseconds. */
export interface Meting {
  readonly rps: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** The middle answer time of one request at a time. */
  readonly p50EenVerbinding: number;
  readonly cpuMsPerVerzoek: number;
  readonly geheugenMb: number;
  readonly subgraphCallsPerVerzoek: number;
  /** The part of all cores that other programs took while this was measured, from 0 to 1. */
  readonly anderWerk: number;
}

/** The figures of all rounds of one gateway on one case, or why there are none. */
export interface Uitslag {
  readonly geval: string;
  readonly gateway: string;
  readonly titel: string;
  readonly versie: string;
  /** By round; a round in which it failed is absent. */
  readonly rondes: ReadonlyMap<number, Meting>;
  readonly reden: string | undefined;
}

/** The middle of some values; NaN when there are none. */
export function mediaan(waarden: readonly number[]): number {
  const gesorteerd = waarden.toSorted((a, b) => a - b);
  const midden = gesorteerd.length / 2;
  if (!Number.isInteger(midden)) return gesorteerd[Math.floor(midden)] ?? Number.NaN;
  return ((gesorteerd[midden - 1] ?? Number.NaN) + (gesorteerd[midden] ?? Number.NaN)) / 2;
}
