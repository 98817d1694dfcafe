import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));

/** A line of the log. */
export interface LogLine {
  readonly pid: number;
  readonly msg: string;
  readonly werker?: number;
  readonly [other: string]: unknown;
}

/** `gateway/main.ts` as a process. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  /** Where it listens; `undefined` when it ended before it did. */
  readonly url: string | undefined;
  readonly stderr: () => string;
  readonly log: () => readonly LogLine[];
  /** Asks it to stop; gives its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly exit: () => Promise<number | null>;
}

/** Starts the gateway with these flags and settings; resolves when it is ready or has ended. Gone when the test is over. */
export async function beginGatewayProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<GatewayProcess> {
  const child = fork(MAIN, [...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (err += part));
  const exit = async (): Promise<number | null> => {
    // Its workers hold its output: it is closed when all have gone.
    await closed;
    return child.exitCode;
  };
  const url = await new Promise<string | undefined>((done) => {
    child.once('message', (message) => done((message as { url: string }).url));
    child.once('exit', () => done(undefined));
  });
  return {
    child,
    url,
    stderr: () => err,
    log: () =>
      out
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as LogLine),
    stop: () => {
      child.kill('SIGTERM');
      return exit();
    },
    exit,
  };
}
