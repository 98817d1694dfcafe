import type { FastifyInstance } from 'fastify';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

/** Listens and returns the URL of the endpoint. Throws POORT_BEZET when another process has the port. */
export async function luister(server: FastifyInstance, adres: string, poort: number): Promise<string> {
  try {
    return `${await server.listen({ host: adres, port: poort })}/graphql`;
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EADDRINUSE') throw cause;
    throw new KetenFout('POORT_BEZET', `port ${poort} is in use`, { poort }, { cause });
  }
}
