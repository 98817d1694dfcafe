import type { KeyObject } from 'node:crypto';
import type { KetentokenClaims } from '../../../schema/keten/ketentoken.ts';

/** A ketentoken whose signature, issuer, audience and times were right, and the key that signed it. */
export interface GeldigToken {
  readonly claims: KetentokenClaims;
  readonly keyid: string;
  readonly key: KeyObject;
}

/** A call that was proven to come from the gateway, unchanged and for the first time. */
export interface Aanroep {
  readonly claims: KetentokenClaims;
  /** The trace of the whole request: 32 hexadecimals. */
  readonly traceId: string;
  /** The span of the gateway's fetch: 16 hexadecimals. */
  readonly parentSpanId: string;
  /** Milliseconds since 1970 at which the answer must be there. */
  readonly uiterlijk: number;
}
