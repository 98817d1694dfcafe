import type { Pool } from 'undici';

/** One request to a subgraph. */
export interface PostRequest {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** Gives up the request, wherever it is. */
  readonly signal: AbortSignal;
}

/** What came back, read whole. */
export interface PostResponse {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts to a subgraph and reads the whole answer. It listens to undici's own events: a stream for every answer costs
 * more than the answer.
 * @throws whatever undici reports, and an Error when the signal gives up
 */
export function post(pool: Pool, { path, headers, body, signal }: PostRequest): Promise<PostResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let abort: ((reason: Error) => void) | undefined;
    const giveUp = (): void => {
      const reason = new Error('given up');
      abort?.(reason);
      reject(reason);
    };
    if (signal.aborted) {
      giveUp();
      return;
    }
    signal.addEventListener('abort', giveUp, { once: true });
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart(controller) {
          abort = (reason) => controller.abort(reason);
          if (signal.aborted) giveUp();
        },
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          signal.removeEventListener('abort', giveUp);
          const [first] = chunks;
          const whole = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
          resolve({ status, text: whole.toString('utf8') });
        },
        onResponseError(_controller, error) {
          signal.removeEventListener('abort', giveUp);
          reject(error);
        },
      },
    );
  });
}
