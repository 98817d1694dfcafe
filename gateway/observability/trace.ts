import { randomHex } from './random-hex.ts';

/** Where a request stands in its W3C trace: lowercase hexadecimal ids. */
export interface Trace {
  /** 32 digits: the same from client to database. */
  readonly traceId: string;
  /** 16 digits: the span of this request in the gateway. */
  readonly spanId: string;
  /** The span of the client, when it sent one. */
  readonly parentSpanId: string | undefined;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const ZERO_TRACE = '0'.repeat(32);
const ZERO_SPAN = '0'.repeat(16);

/** Continues the trace of a `traceparent` header (W3C Trace Context); a bad or missing one begins a new trace. */
export function continueTrace(traceparent: string | undefined): Trace {
  const [, traceId, parentSpanId] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const spanId = randomHex(8);
  if (traceId === undefined || traceId === ZERO_TRACE || parentSpanId === ZERO_SPAN) {
    return { traceId: randomHex(16), spanId, parentSpanId: undefined };
  }
  return { traceId, spanId, parentSpanId };
}

/** The `traceparent` for a call made within this request. */
export function traceparentOf({ traceId, spanId }: Trace): string {
  return `00-${traceId}-${spanId}-01`;
}
