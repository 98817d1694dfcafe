import { Pool } from 'undici';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Toegang } from '../authorisation/toegang.ts';
import type { MakeCallHeaders } from './call-headers.ts';
import { post } from './post.ts';
import type { CallSubgraph, SubgraphAnswer } from '../execution/call-subgraph.ts';

/** How the gateway reaches its subgraphs. */
export interface TransportOptions {
  /** The GraphQL address of each subgraph, by name. */
  readonly subgraphs: ReadonlyMap<string, URL>;
  readonly makeHeaders: MakeCallHeaders;
  /** The most connections to one subgraph. */
  readonly connections: number;
  /** An answer larger than this many bytes is refused. */
  readonly maxAnswerBytes: number;
  /** Told of every call that failed, for the log. */
  readonly onFailure: (subgraph: string, reden: string, traceparent: string) => void;
}

/** What all calls of one operation share. */
export interface CallScope {
  readonly toegang: Toegang | undefined;
  readonly traceparent: string;
  /** When the answer must be there, in milliseconds since 1970. */
  readonly deadline: number;
  /** Aborts when the deadline passes or the client goes away. */
  readonly signal: AbortSignal;
}

/** The way to the subgraphs. */
export interface Transport {
  /** Binds what the calls of one operation share. */
  readonly scoped: (scope: CallScope) => CallSubgraph;
  /** Whether a subgraph says it is ready; asks it, for at most a second. */
  readonly isReady: (subgraph: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Address {
  readonly pool: Pool;
  readonly path: string;
}

/** Opens a pool of connections to every subgraph. Connections are made when they are needed. */
export function openTransport({
  subgraphs,
  makeHeaders,
  connections,
  maxAnswerBytes,
  onFailure,
}: TransportOptions): Transport {
  const addresses = new Map<string, Address>();
  for (const [name, url] of subgraphs) {
    const pool = new Pool(url.origin, {
      connections,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      maxResponseSize: maxAnswerBytes,
    });
    addresses.set(name, { pool, path: `${url.pathname}${url.search}` });
  }

  async function send(
    address: Address,
    body: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<SubgraphAnswer> {
    const { status, text } = await post(address.pool, { path: address.path, headers, body, signal });
    const isAnswer = status === 200 || (status >= 400 && text.startsWith('{'));
    const answer: unknown = isAnswer ? JSON.parse(text) : undefined;
    if (typeof answer !== 'object' || answer === null) throw new Error(`status ${status}`);
    const { data, errors } = answer as SubgraphAnswer;
    if (data === undefined && errors === undefined) throw new Error(`status ${status}`);
    return { data, errors };
  }

  return {
    scoped:
      (scope) =>
      async ({ subgraph, body }) => {
        const address = addresses.get(subgraph);
        const left = Math.max(0, scope.deadline - Date.now());
        try {
          if (address === undefined) throw new Error('no address configured');
          const facts = { subgraph, path: address.path, body, traceparent: scope.traceparent, left };
          return await send(address, body, await makeHeaders(facts, scope.toegang), scope.signal);
        } catch (cause) {
          const tooLate = scope.signal.aborted;
          const reden = tooLate ? 'the deadline passed or the client left' : reasonOf(cause);
          onFailure(subgraph, reden, scope.traceparent);
          throw new KetenFout('BRON_MISLUKT', reden, { bron: subgraph }, { cause });
        }
      },
    isReady: async (subgraph) => {
      try {
        const response = await addresses
          .get(subgraph)
          ?.pool.request({ method: 'GET', path: '/health/ready', signal: AbortSignal.timeout(1_000) });
        await response?.body.dump();
        return response?.statusCode === 200;
      } catch {
        return false;
      }
    },
    close: async () => {
      await Promise.all(Array.from(addresses.values(), ({ pool }) => pool.close()));
    },
  };
}

/** The kind of a failure, without anything that came over the wire. */
function reasonOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return 'the answer is not JSON';
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
