import type { AnswerType } from './http/answer-type.ts';
import type { Betrokkene } from './identity/betrokkene.ts';
import type { Trace } from './observability/trace.ts';

/** What a request carries through the stops. */
export interface RequestContext {
  readonly trace: Trace;
  /** Who asks; absent only when the gateway runs without authorisation. */
  readonly betrokkene: Betrokkene | undefined;
  /** URI of the stated purpose. */
  readonly verwerkingsactiviteit: string | undefined;
  readonly answerType: AnswerType;
  /** When the answer must be there, in milliseconds since 1970. */
  readonly deadline: number;
  /** Aborts when the deadline passes or the client goes away. */
  readonly signal: AbortSignal;
  /** What the log says of the outcome: codes of errors, each once. */
  readonly outcome: { codes: readonly string[] };
}
