import { createClient } from '@redis/client';

/** The most milliseconds that a command, or making the connection, may take. */
const HOOGUIT_MS = 500;

/** The longest pause before another attempt to connect, in milliseconds. */
const LANGSTE_PAUZE = 2_000;

/** A connection to Redis that makes itself again whenever it is lost. */
export type Redis = ReturnType<typeof maakClient>;

/**
 * Opens Redis without waiting for it. While it is away every command fails at once: nothing is held back to be done later,
 * since then it would be about another moment.
 * @param opFout told of every loss of the connection
 */
export function openRedis(url: string, opFout: (fout: unknown) => void): Redis {
  const client = maakClient(url);
  client.on('error', opFout);
  void client.connect().catch(opFout);
  return client;
}

function maakClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: HOOGUIT_MS },
    socket: {
      connectTimeout: HOOGUIT_MS,
      reconnectStrategy: (keer) => Math.min(50 * 2 ** keer, LANGSTE_PAUZE),
    },
  });
}
