import type { Transactie } from '../database/databank.ts';
import type { Lezing } from './logboek.ts';

/** One row of the logboek: one answer of this subgraph (Logboek Dataverwerkingen, level 2). */
export interface Logregel extends Lezing {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  /** `Ok` when an answer was given, `Unset` when the question was wrong, `Error` when the source failed. */
  readonly status: 'Unset' | 'Ok' | 'Error';
  /** The root fields of the question. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly endTime: number;
  readonly verwerkingsactiviteit: string | null;
  /** Code of the reason for which the asker looked beyond the own caseload. */
  readonly reden: string | null;
}

/** Writes the row in the given transaction; throws what the database throws. */
export async function schrijfLogregel(tx: Transactie, regel: Logregel): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into logboek (trace_id, span_id, parent_span_id, status, name, start_time, end_time,
       verwerkingsactiviteit, reden, betrokkenen, verantwoordelijken, velden)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text[], $11::text[], $12::text[])`,
    regel.traceId,
    regel.spanId,
    regel.parentSpanId,
    regel.status,
    regel.name,
    regel.startTime,
    regel.endTime,
    regel.verwerkingsactiviteit,
    regel.reden,
    regel.betrokkenen,
    regel.verantwoordelijken,
    regel.velden,
  );
}
