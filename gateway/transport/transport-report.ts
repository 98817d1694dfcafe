import type { Logger } from 'pino';
import type { BreakerState } from './circuit-breaker.ts';

/** What the log is told: why, in words of ours, never what came over the wire. */
export interface TransportReport {
  /** A call failed, and its part of the answer is missing. */
  readonly failed: (subgraph: string, reden: string, traceparent: string) => void;
  /** A call failed, and is made once more. */
  readonly repeated: (subgraph: string, reden: string, traceparent: string) => void;
  /** The circuit breaker of a subgraph changed. */
  readonly breaker: (subgraph: string, state: BreakerState) => void;
}

/** Writes one line for each. A call that an open breaker refuses has no line: the one that it opened says it all. */
export function transportReport(logger: Logger): TransportReport {
  return {
    failed: (bron, reden, traceparent) => logger.warn({ bron, reden, traceparent }, 'subgraph call failed'),
    repeated: (bron, reden, traceparent) =>
      logger.info({ bron, reden, traceparent }, 'subgraph call repeated'),
    breaker: (bron, stand) =>
      logger[stand === 'open' ? 'warn' : 'info']({ bron, stand }, 'circuit breaker changed'),
  };
}
