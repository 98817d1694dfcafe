import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

const STEP = 50;

/** A port that a process is going to listen on. */
export interface WantedPort {
  readonly naam: string;
  readonly poort: number;
}

/**
 * Proves that every port on 127.0.0.1 is free, waiting at most `patience` milliseconds for those that
 * are not. Throws POORT_BEZET, naming each port and what wants it.
 */
export async function checkPorts(wanted: readonly WantedPort[], patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const free = await Promise.all(wanted.map(({ poort }) => isFree(poort)));
    const taken = wanted.filter((_, at) => free[at] !== true);
    if (taken.length === 0) return;
    if (Date.now() >= deadline) {
      const names = taken.map(({ naam, poort }) => `${poort} (${naam})`).join(', ');
      throw new KetenFout('POORT_BEZET', `In use on 127.0.0.1: port ${names}.`, { poorten: taken });
    }
    await wait(STEP);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
