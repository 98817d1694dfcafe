/** A request that is the same each time. */
export interface VasteVraag {
  readonly body: string;
  readonly koppen: Readonly<Record<string, string>>;
}

/** What the load process is asked to do. */
export interface Opdracht {
  readonly url: string;
  /** The name of a case, or questions that are asked in turn. */
  readonly vragen: string | readonly VasteVraag[];
  /** Headers of every request, beside what is always there. */
  readonly koppen: Readonly<Record<string, string>>;
  readonly verbindingen: number;
  /** How long the load runs before the measuring begins. */
  readonly opwarmen: number;
  /** How long is measured. */
  readonly seconden: number;
  /** The number of the first kenmerk; every request takes the next. */
  readonly vanaf: number;
  /** The process whose use of the processor is measured. */
  readonly pid: number;
  /** Other processes that have a part in the measurement, the load itself aside. */
  readonly hulp: readonly number[];
}

/**
 * What was done while measuring. The load goes on before and after, so that what was begun before and what was not
 * finished after keep each other in balance. Times in milliseconds; only answers with status 200 count.
 */
export interface Belasting {
  readonly gedaan: number;
  readonly rps: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Requests that failed or had another status, warming up included. */
  readonly mislukt: number;
  /** The mean of the bytes of an answer, headers included. */
  readonly bytes: number;
  readonly cpuMs: number;
  /** What each of `hulp` used of the processor meanwhile. */
  readonly hulpCpuMs: readonly number[];
  /** The part of all cores that other programs took while this was measured, from 0 to 1. */
  readonly anderWerk: number;
  /** When the measuring began and ended, in microseconds of the monotonic clock. */
  readonly van: number;
  readonly tot: number;
}

/** The value below which a part of the sorted values lies; 0 when there are none. */
export function percentiel(gesorteerd: readonly number[], deel: number): number {
  return gesorteerd[Math.min(gesorteerd.length - 1, Math.floor(gesorteerd.length * deel))] ?? 0;
}
