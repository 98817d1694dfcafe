/** The most milliseconds that a command, or making the connection, may take. */
const HOOGUIT_MS = 500;

/** The longest pause before another attempt to connect, in milliseconds. */
const LANGSTE_PAUZE = 2_000;

/** A connection to Redis that makes itself again whenever it is lost. */
export type Redis = Awaited<ReturnType<typeof maakClient>>;

/**
 * Opens Redis without waiting for it to answer. While it is away every command fails at once: nothing is held back to be done later,
 * since then it would be about another moment.
 * @param opFout told of every loss of the connection
 */
export async function openRedis(url: string, opFout: (fout: unknown) => void): Promise<Redis> {
  const client = await maakClient(url);
  client.on('error', opFout);
  void client.connect().catch(opFout);
  return client;
}

/** Its package is loaded by who uses it only: by default nobody does, and it takes a quarter of a second. */
async function maakClient(url: string) {
  const { createClient } = await import('@redis/client');
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
