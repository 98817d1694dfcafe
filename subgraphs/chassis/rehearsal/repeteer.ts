import { type ExecutionResult, validate } from 'graphql';
import type { Databank, Transactie } from '../database/databank.ts';
import type { Toegang } from '../guard/toegang.ts';
import { leesAntwoord, type Lezer } from '../transaction/lees-antwoord.ts';
import { Logboek } from '../transaction/logboek.ts';
import type { SubgraphDefinition } from '../subgraph-definition.ts';
import { NIEMAND, repetitievraag } from './repetitievraag.ts';

/** The most milliseconds that a rehearsal may take. */
const TERMIJN = 5_000;

/** Every field may be asked and no row about anyone is in reach, neither for the loaders nor for row-level security. */
const BEREIKT_NIEMAND: Toegang = Object.freeze({
  vrager: Object.freeze({ sub: '', organisatie: '', verwerkingsactiviteit: null }),
  afnemer: 'niemand',
  isVerleend: () => true,
  bereik: () => [],
  bereikPersonen: [],
});

/**
 * Goes, before anyone asks, the way of a question from its validation to its answer: so that the first asker does not wait
 * for Prisma to compile its queries, for PostgreSQL to read its catalogue and for code that never ran. It reads for nobody, in
 * a transaction in which PostgreSQL lets nothing be written: there is nothing to record. Returns what was read.
 * Throws an AggregateError when the question does not fit the schema, and what the database throws.
 */
export async function repeteer<Tx extends Transactie, Loaders>(
  lezer: Lezer<Tx, Loaders> &
    Pick<SubgraphDefinition<Tx, Loaders>, 'repetitie'> & { readonly databank: Databank<Tx> },
): Promise<ExecutionResult> {
  const vraag = { ...repetitievraag(lezer.schema), operationName: null };
  const fouten = validate(lezer.schema, vraag.document);
  if (fouten.length > 0) throw new AggregateError(fouten, 'the question of the rehearsal is not valid');
  return lezer.databank.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('set transaction read only');
      const leesvraag = { ...vraag, toegang: BEREIKT_NIEMAND, termijn: TERMIJN };
      const gelezen = await leesAntwoord(lezer, leesvraag, tx, new Logboek());
      const loaders = lezer.maakLoaders(tx, BEREIKT_NIEMAND, lezer.klok.vandaag);
      await Promise.all(lezer.repetitie?.(loaders, NIEMAND) ?? []);
      return gelezen;
    },
    { maxWait: TERMIJN, timeout: TERMIJN },
  );
}
