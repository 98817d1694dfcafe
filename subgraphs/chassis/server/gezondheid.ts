import type { FastifyInstance } from 'fastify';

/** One thing a process cannot do without. */
export interface Onderdeel {
  readonly naam: string;
  /** Why it is not there, in English; used when `isGereed` says no. */
  readonly reden: string;
  readonly isGereed: () => Promise<boolean>;
}

/**
 * `GET /health/live`: the process listens. `GET /health/ready`: 200 when all parts are there, else 503;
 * the body names each part.
 */
export function voegGezondheidToe(server: FastifyInstance, onderdelen: readonly Onderdeel[]): void {
  server.get('/health/live', async () => ({ leeft: true }));
  server.get('/health/ready', async (_request, reply) => {
    const staat = await Promise.all(
      onderdelen.map(async ({ naam, reden, isGereed }) => {
        const gereed = await isGereed().catch(() => false);
        return { naam, gereed, ...(!gereed && { reden }) };
      }),
    );
    const gereed = staat.every((onderdeel) => onderdeel.gereed);
    return reply
      .code(gereed ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ gereed, onderdelen: staat });
  });
}
