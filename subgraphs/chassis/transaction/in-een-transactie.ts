import { randomBytes } from 'node:crypto';
import { type DocumentNode, type ExecutionResult, getOperationAST, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Foutcode } from '../../../schema/fouten/catalogus.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Databank, Transactie } from '../database/databank.ts';
import { foutcodeVan, kenmerkenVan, maskeerFout } from '../errors/maskeer-fout.ts';
import { toegangVan, type Vrager } from '../guard/toegang.ts';
import type { Aanroep } from '../verification/aanroep.ts';
import { leesAntwoord, type Lezer } from './lees-antwoord.ts';
import { Logboek } from './logboek.ts';
import { type Logregel, schrijfLogregel } from './schrijf-logregel.ts';
import { schrijfNoodtoegang } from './schrijf-noodtoegang.ts';
import { wortelvelden } from './wortelvelden.ts';

/** One validated question of a trusted call. */
export interface Vraag {
  readonly aanroep: Aanroep;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What answering needs, made once for a subgraph. */
export interface Antwoorder<Tx extends Transactie, Loaders> extends Lezer<Tx, Loaders> {
  readonly databank: Databank<Tx>;
  readonly logger: Logger;
}

/** Milliseconds for writing the row of an answer that failed, beyond the deadline of the call. */
const LOG_NA_FOUT = 2_000;

/**
 * Answers one question in one transaction: begin, scope, reads or steps, one row into the logboek (and of noodtoegang
 * one of who), commit.
 * The answer exists only after the commit. When a statement or the logboek fails there is no data:
 * BRON_MISLUKT, TERMIJN_VERSTREKEN or LOGBOEK_NIET_BESCHIKBAAR. Errors are masked.
 */
export async function inEenTransactie<Tx extends Transactie, Loaders>(
  antwoorder: Antwoorder<Tx, Loaders>,
  vraag: Vraag,
): Promise<ExecutionResult> {
  const { databank, schema, klok, logger } = antwoorder;
  const begin = klok.nu();
  const termijn = vraag.aanroep.uiterlijk - begin;
  if (termijn <= 0) return zonderData('TERMIJN_VERSTREKEN');
  const operatie = getOperationAST(vraag.document, vraag.operationName);
  if (!operatie) return zonderData('OPERATIE_ONBEKEND');
  if (!schema.getRootType(operatie.operation)) return zonderData('OPERATIE_NIET_ONDERSTEUND');
  const logboek = new Logboek();
  const regel = (status: Logregel['status'], lezing = new Logboek().lezing()): Logregel => ({
    traceId: vraag.aanroep.traceId,
    spanId: randomBytes(8).toString('hex'),
    parentSpanId: vraag.aanroep.parentSpanId,
    status,
    name: wortelvelden(operatie, vraag.document),
    startTime: begin,
    endTime: Math.max(begin, klok.nu()),
    verwerkingsactiviteit: vraag.aanroep.claims.verwerkingsactiviteit ?? null,
    reden: vraag.aanroep.claims.reden ?? null,
    ...lezing,
  });
  let isBegonnen = false;
  try {
    const antwoord = await databank.$transaction(
      async (tx) => {
        isBegonnen = true;
        const toegang = toegangVan(vraag.aanroep.claims);
        const gelezen = await leesAntwoord(antwoorder, { ...vraag, toegang, termijn }, tx, logboek);
        await legVast(tx, regel(statusVan(gelezen), logboek.lezing()), toegang.vrager);
        return gelezen;
      },
      { maxWait: termijn, timeout: termijn },
    );
    return gemaskeerd(antwoord, logger);
  } catch (fout) {
    const code = klok.nu() >= vraag.aanroep.uiterlijk ? 'TERMIJN_VERSTREKEN' : bronfoutcode(fout);
    logger.error({ code, traceId: vraag.aanroep.traceId, ...kenmerkenVan(oorzaak(fout)) }, 'no data given');
    if (!isBegonnen || code === 'LOGBOEK_NIET_BESCHIKBAAR') return zonderData(code);
    return zonderData(await legMislukkingVast(antwoorder, regel('Error'), code));
  }
}

async function legVast(tx: Transactie, regel: Logregel, vrager: Vrager): Promise<void> {
  try {
    await schrijfLogregel(tx, regel);
    await schrijfNoodtoegang(tx, regel, vrager);
  } catch (cause) {
    throw new KetenFout('LOGBOEK_NIET_BESCHIKBAAR', undefined, {}, { cause });
  }
}

/** A reading that failed is recorded too, in a transaction of its own. */
async function legMislukkingVast<Tx extends Transactie, Loaders>(
  { databank, logger }: Antwoorder<Tx, Loaders>,
  regel: Logregel,
  code: Foutcode,
): Promise<Foutcode> {
  try {
    await databank.$transaction((tx) => schrijfLogregel(tx, regel), {
      maxWait: LOG_NA_FOUT,
      timeout: LOG_NA_FOUT,
    });
    return code;
  } catch (fout) {
    logger.error(
      { code: 'LOGBOEK_NIET_BESCHIKBAAR', traceId: regel.traceId, ...kenmerkenVan(fout) },
      'log row lost',
    );
    return 'LOGBOEK_NIET_BESCHIKBAAR';
  }
}

/** A question that was refused or wrong is no failure of the source. */
function statusVan({ data, errors }: ExecutionResult): Logregel['status'] {
  if (errors?.some((fout) => foutcodeVan(fout) === 'INTERNE_FOUT')) return 'Error';
  return data ? 'Ok' : 'Unset';
}

function bronfoutcode(fout: unknown): Foutcode {
  const code = foutcodeVan(fout);
  return code === 'LOGBOEK_NIET_BESCHIKBAAR' ? code : 'BRON_MISLUKT';
}

function oorzaak(fout: unknown): unknown {
  return fout instanceof KetenFout ? (fout.cause ?? fout) : fout;
}

function zonderData(code: Foutcode): ExecutionResult {
  const { message, extensions } = maskeerFout(code);
  return { errors: [new GraphQLError(message, { ...(extensions !== undefined && { extensions }) })] };
}

function gemaskeerd({ data, errors }: ExecutionResult, logger: Logger): ExecutionResult {
  if (errors === undefined) return { data: data ?? null };
  const gemaskeerd = errors.map((fout) => {
    // Without a path no field was reached: graphql-js refused a variable.
    const code =
      fout.path === undefined && fout.originalError === undefined ? 'VARIABELE_ONGELDIG' : foutcodeVan(fout);
    logger.warn({ code, ...kenmerkenVan(fout) }, 'field error');
    const { message, path, extensions } = maskeerFout(code, fout.path);
    return new GraphQLError(message, { path: path ?? null, ...(extensions !== undefined && { extensions }) });
  });
  return { ...(data !== undefined && { data }), errors: gemaskeerd };
}
