import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Toegangsredencode } from '../schema/codelijsten/toegangsredenen.ts';
import type { AnswerType } from './http/answer-type.ts';
import type { Betrokkene } from './identity/betrokkene.ts';
import type { Trace } from './observability/trace.ts';
import { requestStateOf } from './request-state.ts';

/** What a request carries through the stops. */
export interface RequestContext {
  readonly trace: Trace;
  /** Who asks; absent only when the gateway runs without authorisation. */
  readonly betrokkene: Betrokkene | undefined;
  /** The id of the trusted document; absent for a free operation. */
  readonly documentId: string | undefined;
  /** URI of the stated purpose. */
  readonly verwerkingsactiviteit: string | undefined;
  /** Why the asker looks beyond the own caseload. */
  readonly reden: Toegangsredencode | undefined;
  readonly answerType: AnswerType;
  /** When the answer must be there, in milliseconds since 1970. */
  readonly deadline: number;
  /** Aborts when the deadline passes or the client goes away. */
  readonly signal: AbortSignal;
  /** What the log says of the outcome: codes of errors, each once. */
  readonly outcome: { codes: readonly string[] };
}

/** What a request carries on from the HTTP side; its time runs from when it came in. */
export function beginContext(
  request: FastifyRequest,
  reply: FastifyReply,
  termijnMs: number,
): RequestContext {
  const { trace, begin, betrokkene, accepted, answerType, outcome } = requestStateOf(request);
  const deadline = begin + termijnMs;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), Math.max(0, deadline - Date.now()));
  reply.raw.once('close', () => {
    clearTimeout(timer);
    // Whoever got the whole answer has not gone away.
    if (!reply.raw.writableFinished) stop.abort();
  });
  const { documentId, verwerkingsactiviteit, reden } = accepted ?? {};
  const { signal } = stop;
  return {
    trace,
    betrokkene,
    documentId,
    verwerkingsactiviteit,
    reden,
    answerType,
    deadline,
    signal,
    outcome,
  };
}
