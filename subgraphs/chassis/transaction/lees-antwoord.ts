import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { type Pseudoniemring, pseudoniemenVoor } from '../../../schema/keten/pseudoniem.ts';
import type { Transactie } from '../database/databank.ts';
import { isDatabasefout } from '../errors/maskeer-fout.ts';
import type { Toegang } from '../guard/toegang.ts';
import type { Klok } from '../klok.ts';
import type { CursorSleutels } from '../paging/cursor-sleutels.ts';
import { cursorsVoor } from '../paging/cursors.ts';
import type { Logboek } from './logboek.ts';
import type { SubgraphContext } from './subgraph-context.ts';
import { type BereikStatement, zetBereik } from './zet-bereik.ts';

/** What reading needs, made once for a subgraph. */
export interface Lezer<Tx extends Transactie, Loaders> {
  readonly schema: GraphQLSchema;
  readonly maakLoaders: (tx: Tx, toegang: Toegang, vandaag: string) => Loaders;
  readonly bereik: BereikStatement;
  /** The keys of cursors at a time in milliseconds since 1970: the first makes, all are accepted. */
  readonly cursorSleutels: (nu: number) => readonly [CursorSleutels, ...CursorSleutels[]];
  readonly pseudoniemring: Pseudoniemring;
  readonly klok: Klok;
}

/** What is read, and for whom. */
export interface Leesvraag {
  readonly toegang: Toegang;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Milliseconds that a statement may take. */
  readonly termijn: number;
}

/**
 * Sets the scope of a transaction and reads an answer within it; whose data it holds is noted in `logboek`.
 * Throws the error of the database when a statement fails: PostgreSQL gives nothing more in this transaction then, also
 * not the log row.
 */
export async function leesAntwoord<Tx extends Transactie, Loaders>(
  { schema, maakLoaders, bereik, cursorSleutels, pseudoniemring, klok }: Lezer<Tx, Loaders>,
  { toegang, document, operationName, variables, termijn }: Leesvraag,
  tx: Tx,
  logboek: Logboek,
): Promise<ExecutionResult> {
  await zetBereik(tx, bereik, toegang, { termijn, vandaag: klok.vandaag });
  const contextValue: SubgraphContext<Loaders> = {
    toegang,
    loaders: maakLoaders(tx, toegang, klok.vandaag),
    logboek,
    cursors: cursorsVoor(cursorSleutels(klok.nu()), toegang.vrager),
    pseudoniemen: pseudoniemenVoor(pseudoniemring, toegang.afnemer, klok.nu()),
    klok,
  };
  const gelezen = await execute({ schema, document, operationName, variableValues: variables, contextValue });
  const databasefout = gelezen.errors?.map(({ originalError }) => originalError).find(isDatabasefout);
  if (databasefout !== undefined) throw databasefout;
  return gelezen;
}
