import { createServer, type RequestListener } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SubgraphAnswer, SubgraphCall } from '../../../gateway/execution/call-subgraph.ts';
import { type MakeCallHeaders, plainCallHeaders } from '../../../gateway/transport/call-headers.ts';
import type { BreakerSettings } from '../../../gateway/transport/circuit-breaker.ts';
import { openTransport, type Transport } from '../../../gateway/transport/transport.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

/** Also for a busy machine, in milliseconds. */
const TIME_ENOUGH = 10_000;

/** How a call ended. */
export interface Outcome {
  readonly answer?: SubgraphAnswer;
  readonly code?: string;
  readonly reden?: string;
}

/** How a call is made; what is left out is a query with time enough. */
export interface AskOptions {
  readonly operationKind?: SubgraphCall['operationKind'];
  readonly body?: string;
  /** Milliseconds for the answer. */
  readonly left?: number;
  readonly deadline?: number;
  readonly signal?: AbortSignal;
}

/** How the way to the subgraph differs from the usual. */
export interface SourceOptions {
  readonly makeHeaders?: MakeCallHeaders;
  readonly breaker?: Partial<BreakerSettings>;
  readonly connections?: number;
  readonly maxAnswerBytes?: number;
  readonly requestMs?: number;
  /** Called when a call is about to be made again. */
  readonly onRepeat?: () => void;
}

/** A transport to one subgraph of the test, named `bron`. */
export interface SourceUnderTest {
  readonly transport: Transport;
  readonly ask: (options?: AskOptions) => Promise<Outcome>;
  /** What the log was told, each line with its kind before it. */
  readonly logged: string[];
}

/** Opens a transport to a subgraph that answers requests as given. Both are gone when the test is over. */
export async function beginSource(
  behaviour: RequestListener,
  options: SourceOptions = {},
): Promise<SourceUnderTest> {
  const server = createServer(behaviour);
  onTestFinished(() => server.closeAllConnections());
  return openTo(server, options);
}

/** Opens a transport to a subgraph that does with each connection as given, below HTTP. */
export async function beginRawSource(
  behaviour: (socket: Socket) => void,
  options: SourceOptions = {},
): Promise<SourceUnderTest> {
  const sockets: Socket[] = [];
  const server = createRawServer((socket) => {
    sockets.push(socket);
    // The other side may go at any moment.
    socket.on('error', () => undefined);
    behaviour(socket);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return openTo(server, options);
}

/** Opens a transport to a subgraph that is not there, and comes up as soon as a call is made again. */
export async function beginLateSource(behaviour: RequestListener): Promise<SourceUnderTest> {
  const server = createServer(behaviour);
  onTestFinished(() => server.closeAllConnections());
  const port = await listen(server);
  await new Promise((done) => {
    server.close(done);
  });
  return openAt(port, { onRepeat: () => void server.listen(port, '127.0.0.1') }, server);
}

/** Answers each request with this text. */
export function answering(text: string, status = 200, headers: Record<string, string> = {}): RequestListener {
  return (request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(text);
    });
  };
}

/** Behaves in turn as given, and as the last of them from then on. */
export function inTurn(...behaviours: readonly RequestListener[]): RequestListener {
  let turn = 0;
  return (request, response) => {
    const behaviour = behaviours[Math.min(turn, behaviours.length - 1)];
    turn += 1;
    behaviour?.(request, response);
  };
}

/** Closes the connection without an answer. */
export const hangsUp: RequestListener = (request) => request.socket.destroy();

async function openTo(server: Server, options: SourceOptions): Promise<SourceUnderTest> {
  return openAt(await listen(server), options, server);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
}

function openAt(
  port: number,
  { makeHeaders = plainCallHeaders, breaker, requestMs = TIME_ENOUGH, onRepeat, ...rest }: SourceOptions,
  server: Server,
): SourceUnderTest {
  const logged: string[] = [];
  const transport = openTransport({
    subgraphs: new Map([['bron', new URL(`http://127.0.0.1:${port}/graphql`)]]),
    connections: 2,
    maxAnswerBytes: 1_000,
    requestMs,
    breaker: { share: 0.5, minimum: 10, openMs: 5_000, ...breaker },
    report: {
      failed: (_bron, reden) => logged.push(`failed: ${reden}`),
      repeated: (_bron, reden) => {
        logged.push(`repeated: ${reden}`);
        onRepeat?.();
      },
      breaker: (_bron, state) => logged.push(`breaker: ${state}`),
    },
    ...rest,
  });
  onTestFinished(async () => {
    server.close();
    await transport.close();
  });
  return {
    transport,
    logged,
    ask: (options = {}) => ask(transport, makeHeaders, { left: requestMs, ...options }),
  };
}

async function ask(
  transport: Transport,
  makeHeaders: MakeCallHeaders,
  options: AskOptions,
): Promise<Outcome> {
  const { body = '{"query":"{a}"}', operationKind = 'query', left = TIME_ENOUGH } = options;
  const call = transport.scoped({
    makeHeaders,
    toegang: undefined,
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    deadline: options.deadline ?? Date.now() + left,
    signal: options.signal ?? AbortSignal.timeout(left),
  });
  try {
    return { answer: await call({ subgraph: 'bron', body, operationKind }) };
  } catch (error) {
    if (!(error instanceof KetenFout)) throw error;
    return { code: error.code, reden: error.reden };
  }
}
