import { isToegangsreden, TOEGANGSREDENEN } from '../../../schema/codelijsten/toegangsredenen.ts';
import type { Transactie } from '../database/databank.ts';
import type { Vrager } from '../guard/toegang.ts';
import type { Logregel } from './schrijf-logregel.ts';

/**
 * Writes beside a row of the logboek who read it, when the reason was one of noodtoegang, for who must review that; nothing
 * otherwise. The logboek itself holds no medewerker: trace and span join the two. Throws what the database throws.
 */
export async function schrijfNoodtoegang(
  tx: Transactie,
  { spanId, traceId, reden, betrokkenen, verantwoordelijken, startTime }: Logregel,
  { organisatie, sub }: Vrager,
): Promise<void> {
  if (reden === null || !isToegangsreden(reden) || TOEGANGSREDENEN[reden].soort !== 'noodtoegang') return;
  await tx.$executeRawUnsafe(
    `insert into noodtoegang (id, trace_id, organisatie, gebruiker, reden, verantwoordelijken, personen, tijd)
     values ($1, $2, $3, $4, $5, $6::text[], $7::int, to_timestamp($8::bigint / 1000.0))`,
    spanId,
    traceId,
    organisatie,
    sub,
    reden,
    [...new Set(verantwoordelijken)],
    new Set(betrokkenen).size,
    startTime,
  );
}
