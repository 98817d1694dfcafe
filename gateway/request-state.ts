import type { FastifyRequest } from 'fastify';
import type { AcceptedRequest } from './http/accept-request.ts';
import type { AnswerType } from './http/answer-type.ts';
import type { Betrokkene } from './identity/betrokkene.ts';
import { continueTrace, type Trace } from './observability/trace.ts';
import type { ServedStand } from './served-stand.ts';

/** What is known of a request so far. */
export interface RequestState {
  readonly trace: Trace;
  /** When it came in, in milliseconds since 1970. */
  readonly begin: number;
  answerType: AnswerType;
  accepted?: AcceptedRequest;
  betrokkene?: Betrokkene;
  /** The Stand it began with. */
  served?: ServedStand;
  /** What the log says of the outcome: codes of errors, each once. */
  readonly outcome: { codes: readonly string[] };
}

const states = new WeakMap<FastifyRequest, RequestState>();

/** What is known of a request; its trace begins when it is first asked for. */
export function requestStateOf(request: FastifyRequest): RequestState {
  const known = states.get(request);
  if (known !== undefined) return known;
  const { traceparent } = request.headers;
  const state: RequestState = {
    trace: continueTrace(typeof traceparent === 'string' ? traceparent : undefined),
    begin: Date.now(),
    answerType: 'application/json',
    outcome: { codes: [] },
  };
  states.set(request, state);
  return state;
}
