import { isAscii } from 'node:buffer';
import type { Dispatcher, Pool } from 'undici';
import type { UnderWay } from './under-way.ts';

/** One request to a subgraph. */
export interface PostRequest {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** The calls that it is one of: it is given up with them, wherever it is. */
  readonly underWay: UnderWay;
}

/** What came back, read whole. */
export interface PostResponse {
  readonly status: number;
  readonly text: string;
  /** The header `Retry-After` of a 503. */
  readonly retryAfter: string | undefined;
}

/** A request of which nothing came back: the connection failed before an answer began. */
export class NoAnswer extends Error {
  /** Of Node or undici: how the connection failed. */
  readonly code: string;

  constructor(code: string, cause: Error) {
    super(code, { cause });
    this.code = code;
  }
}

/** How an attempt ended: with an answer, or with a connection that failed before one. */
export type Attempted = PostResponse | NoAnswer;

/** A connection that failed, by the codes of Node and undici; what is wrong with an answer has other codes. */
const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/**
 * Posts to a subgraph and reads the whole answer. It listens to undici's own events: a stream for every answer costs
 * more than the answer.
 * @throws whatever undici reports of an answer that began or broke a bound, and an Error when it is given up
 */
export function post(pool: Pool, { path, headers, body, underWay }: PostRequest): Promise<Attempted> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let retryAfter: string | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    const giveUp = (): void => {
      const reason = new Error('given up');
      controller?.abort(reason);
      reject(reason);
    };
    if (underWay.isGivenUp) {
      giveUp();
      return;
    }
    underWay.began(giveUp);
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart(started) {
          controller = started;
          if (underWay.isGivenUp) giveUp();
        },
        onResponseStart(_controller, statusCode, responseHeaders) {
          status = statusCode;
          if (statusCode === 503) retryAfter = String(responseHeaders['retry-after'] ?? '');
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          underWay.ended(giveUp);
          const [first] = chunks;
          const whole = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
          const text = whole.toString(isAscii(whole) ? 'latin1' : 'utf8');
          resolve({ status, text, retryAfter });
        },
        onResponseError(_controller, error) {
          underWay.ended(giveUp);
          // What came before an answer, such as 103 Early Hints, is none yet.
          const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
          if (status < 200 && CONNECTION_CODES.has(code)) resolve(new NoAnswer(code, error));
          else reject(error);
        },
      },
    );
  });
}
