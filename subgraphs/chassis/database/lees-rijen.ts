import { z } from 'zod';
import type { Leesbaar } from './databank.ts';

/** A date column selected as `::text`: `JJJJ-MM-DD`. */
export const dag = z.string().length(10);

/** A bigint column as a number: whole and within 2^53. */
export const geheelGetal = z.union([z.bigint(), z.number()]).transform(Number).pipe(z.int());

/**
 * Reads rows with SQL: `waarden` are its parameters, `rij` the shape each row must have.
 * Throws what the database throws, and a ZodError when a row has another shape.
 */
export async function leesRijen<Rij extends z.ZodType>(
  tx: Leesbaar,
  rij: Rij,
  sql: string,
  ...waarden: readonly unknown[]
): Promise<readonly z.infer<Rij>[]> {
  return z.array(rij).parse(await tx.$queryRawUnsafe(sql, ...waarden));
}
