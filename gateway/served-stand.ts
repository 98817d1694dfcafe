import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AcceptedRequest } from './http/accept-request.ts';
import type { Stand } from './stand.ts';
import type { Transport } from './transport/transport.ts';

/** A Stand that answers requests, with everything that is made of it. */
export interface ServedStand {
  readonly stand: Stand;
  readonly transport: Transport;
  /** Answers a request that was accepted. */
  readonly handle: (
    request: FastifyRequest,
    reply: FastifyReply,
    accepted: AcceptedRequest,
  ) => Promise<unknown>;
  /** Ends what only this Stand uses. */
  readonly close: () => Promise<void>;
}
