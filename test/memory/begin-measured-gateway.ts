import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';

const PROGRAM = fileURLToPath(new URL('measured-gateway.ts', import.meta.url));

/** What a process takes, in bytes, after collecting garbage. */
export interface Memory {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

/** A gateway in a process of its own, of which the memory can be measured. */
export interface MeasuredGateway {
  /** Asks these questions, some at a time, and fails at the first that has no data. */
  readonly askAll: (questions: Iterable<string>) => Promise<void>;
  readonly memory: () => Promise<Memory>;
  readonly stop: () => Promise<void>;
}

/** Questions on their way at the same time. */
const AT_ONCE = 8;

/** Starts a gateway without authorisation on a supergraph file, with these settings. */
export async function beginMeasuredGateway(
  supergraph: string,
  settings: Readonly<Record<string, string>>,
): Promise<MeasuredGateway> {
  const child = fork(PROGRAM, ['--supergraph', supergraph, '--port', '0', '--zonder-autorisatie'], {
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    execArgv: ['--expose-gc'],
  });
  const [{ url }] = (await once(child, 'message')) as [{ readonly url: string }];
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: AT_ONCE });

  async function ask(query: string): Promise<void> {
    const { body } = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const text = await body.text();
    const { data, errors } = JSON.parse(text) as { readonly data?: unknown; readonly errors?: unknown };
    if (data === undefined || data === null || errors !== undefined) throw new Error(`${query}: ${text}`);
  }

  return {
    askAll: async (questions) => {
      const left = questions[Symbol.iterator]();
      const client = async (): Promise<void> => {
        for (let next = left.next(); next.done !== true; next = left.next()) await ask(next.value);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, client));
    },
    memory: async () => {
      child.send('measure');
      const [memory] = (await once(child, 'message')) as [Memory];
      return memory;
    },
    stop: async () => {
      await pool.close();
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
