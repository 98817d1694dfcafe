import { setTimeout as wait } from 'node:timers/promises';
import { errors, Pool } from 'undici';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Toegang } from '../authorisation/toegang.ts';
import type { CallSubgraph, SubgraphAnswer, SubgraphCall } from '../execution/call-subgraph.ts';
import { CallWindow } from './call-window.ts';
import type { MakeCallHeaders } from './call-headers.ts';
import { type BreakerSettings, CircuitBreaker } from './circuit-breaker.ts';
import { type Attempted, NoAnswer, post } from './post.ts';
import { readAnswer } from './read-answer.ts';
import { secondChance } from './second-chance.ts';
import type { TransportReport } from './transport-report.ts';
import { UnderWay } from './under-way.ts';

/** How the gateway reaches its subgraphs. */
export interface TransportOptions {
  /** The GraphQL address of each subgraph, by name. */
  readonly subgraphs: ReadonlyMap<string, URL>;
  /** The most connections to one subgraph. */
  readonly connections: number;
  /** An answer larger than this many bytes is refused. */
  readonly maxAnswerBytes: number;
  /** Milliseconds that a whole request has: a subgraph that had half of them answers for its time-out. */
  readonly requestMs: number;
  readonly breaker: BreakerSettings;
  readonly report: TransportReport;
}

/** What all calls of one operation share. */
export interface CallScope {
  readonly makeHeaders: MakeCallHeaders;
  readonly toegang: Toegang | undefined;
  readonly traceparent: string;
  /** When the answer must be there, in milliseconds since 1970. */
  readonly deadline: number;
  /** Aborts when the deadline passes or the client goes away. */
  readonly signal: AbortSignal;
}

interface OpenScope extends CallScope {
  readonly underWay: UnderWay;
}

/** The way to the subgraphs. */
export interface Transport {
  /** Binds what the calls of one operation share. */
  readonly scoped: (scope: CallScope) => CallSubgraph;
  /** Whether a subgraph says it is ready; asks it, for at most a second. */
  readonly isReady: (subgraph: string) => Promise<boolean>;
  /** Whether calls to a subgraph are refused because too many of them failed. */
  readonly isInterrupted: (subgraph: string) => boolean;
  readonly close: () => Promise<void>;
}

/** One subgraph as this process knows it. */
interface Source {
  readonly name: string;
  readonly pool: Pool;
  readonly path: string;
  readonly window: CallWindow;
  readonly breaker: CircuitBreaker;
}

/** Making a connection takes no longer, in milliseconds: there is time left then to try another. */
const CONNECT_MS = 2_000;

/** Timers may be a little early by the clock, in milliseconds. */
const CLOCK_SLACK_MS = 2;

/** Opens a pool of connections to every subgraph. Connections are made when they are needed. */
export function openTransport(options: TransportOptions): Transport {
  const { requestMs, report } = options;
  const sources = new Map(
    Array.from(options.subgraphs, ([name, url]) => [name, openSource(name, url, options)]),
  );

  /** One attempt. Its headers are its own: its signature, and what is left of the time. */
  function attempt(source: Source, { body }: SubgraphCall, scope: OpenScope): Promise<Attempted> {
    const { name: subgraph, pool, path } = source;
    const { traceparent, toegang, underWay, makeHeaders } = scope;
    const left = Math.max(0, scope.deadline - Date.now());
    const headers = makeHeaders({ subgraph, path, body, traceparent, left }, toegang);
    return headers instanceof Promise
      ? headers.then((made) => post(pool, { path, headers: made, body, underWay }))
      : post(pool, { path, headers, body, underWay });
  }

  /** Makes a query once more where that has a chance; else what came first stands. */
  async function again(
    source: Source,
    call: SubgraphCall,
    scope: OpenScope,
    first: Attempted,
  ): Promise<Attempted> {
    const now = Date.now();
    const delay = call.operationKind === 'query' ? secondChance(first, scope.deadline - now, now) : undefined;
    if (delay === undefined || !source.breaker.isClosed || !source.window.takeRetry(now)) return first;
    report.repeated(source.name, first instanceof NoAnswer ? first.code : 'status 503', scope.traceparent);
    if (delay > 0) await wait(delay, undefined, { signal: scope.signal });
    return attempt(source, call, scope);
  }

  /** One call: admitted, made, made again where that helps, and counted. */
  async function ask(source: Source, call: SubgraphCall, scope: OpenScope): Promise<SubgraphAnswer> {
    const { breaker, window, name } = source;
    const begin = Date.now();
    const left = scope.deadline - begin;
    if (left <= 0) throw new KetenFout('TERMIJN_VERSTREKEN', 'no time was left for the call', { bron: name });
    if (scope.signal.aborted) throw new Error('given up');
    const trial = breaker.admit(name);
    window.began(begin);
    try {
      let response = await attempt(source, call, scope);
      if (response instanceof NoAnswer || response.status === 503)
        response = await again(source, call, scope, response);
      if (response instanceof NoAnswer) throw response;
      const answer = readAnswer(response);
      if (trial === undefined && response.status < 500) window.succeeded(begin);
      else await (trial?.settle(response.status < 500) ?? breaker.failed(Date.now()));
      return answer;
    } catch (error) {
      // A trial whose end nobody saw has proved nothing.
      if (trial !== undefined) await trial.settle(false);
      else if (isBlamed(error, scope, left)) await breaker.failed(Date.now());
      throw error;
    }
  }

  /**
   * Whether a failure is held against the source. A client that left is nobody's fault, and an answer that is too large
   * says something of the question; a time-out is that of a source that had a fair part of the time.
   */
  function isBlamed(error: unknown, { signal, deadline }: CallScope, left: number): boolean {
    if (!signal.aborted) return !(error instanceof errors.ResponseExceededMaxSizeError);
    return Date.now() >= deadline - CLOCK_SLACK_MS && left * 2 >= requestMs;
  }

  function failure(cause: unknown, subgraph: string, { signal, traceparent }: CallScope): KetenFout {
    if (cause instanceof KetenFout && cause.code === 'BRON_ONDERBROKEN') return cause;
    const reden = signal.aborted ? 'the deadline passed or the client left' : reasonOf(cause);
    report.failed(subgraph, reden, traceparent);
    if (cause instanceof KetenFout) return cause;
    return new KetenFout('BRON_MISLUKT', reden, { bron: subgraph }, { cause });
  }

  return {
    scoped: (scope) => {
      const open = { ...scope, underWay: new UnderWay(scope.signal) };
      return async (call) => {
        const source = sources.get(call.subgraph);
        try {
          if (source === undefined) throw new Error('no address configured');
          return await ask(source, call, open);
        } catch (cause) {
          throw failure(cause, call.subgraph, scope);
        }
      };
    },
    isReady: async (subgraph) => {
      try {
        const response = await sources
          .get(subgraph)
          ?.pool.request({ method: 'GET', path: '/health/ready', signal: AbortSignal.timeout(1_000) });
        await response?.body.dump();
        return response?.statusCode === 200;
      } catch {
        return false;
      }
    },
    isInterrupted: (subgraph) => sources.get(subgraph)?.breaker.isClosed === false,
    close: async () => {
      await Promise.all(Array.from(sources.values(), ({ pool }) => pool.close()));
    },
  };
}

function openSource(
  name: string,
  url: URL,
  { connections, maxAnswerBytes, breaker, report }: TransportOptions,
): Source {
  const window = new CallWindow();
  return {
    name,
    path: `${url.pathname}${url.search}`,
    pool: new Pool(url.origin, {
      connections,
      pipelining: 1,
      allowH2: false,
      connectTimeout: CONNECT_MS,
      keepAliveTimeout: 30_000,
      // The deadline of the request bounds both, and is not moved with every packet.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: maxAnswerBytes,
    }),
    window,
    breaker: new CircuitBreaker(window, breaker, (state) => report.breaker(name, state)),
  };
}

/** The kind of a failure, without anything that came over the wire. */
function reasonOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return 'the answer is not JSON';
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
