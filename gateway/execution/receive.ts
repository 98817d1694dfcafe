import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { CallSubgraph, SubgraphAnswer, SubgraphCall } from './call-subgraph.ts';
import { type DataObject, Failure, type FailureCause, isDataObject, own, type Value } from './data.ts';
import { placeErrors } from './place-errors.ts';
import type { RoundedNumbers } from './rounded-numbers.ts';
import type { Turns } from './turns.ts';

/** One execution of an operation. */
export interface Run {
  /** The variables as the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a Boolean variable is true, with its default. */
  readonly isTrue: (variable: string) => boolean;
  readonly call: CallSubgraph;
  /** What failed without leaving a mark in the data. */
  readonly unplaced: FailureCause[];
  /** What of the numbers received is not what was sent. */
  readonly rounded: RoundedNumbers;
  /** When others have their turn, of a large answer. */
  readonly turns: Turns;
}

/** A compiled plan node: brings data to each target and leaves a mark where that failed. It never throws for a source. */
export type Step = (run: Run, targets: readonly DataObject[]) => Promise<void>;

/** Makes a call; an answer without usable data becomes the failures of all that was asked, at least one. */
export async function receive(call: SubgraphCall, run: Run): Promise<DataObject | readonly Failure[]> {
  let answer: SubgraphAnswer;
  try {
    answer = await run.call(call);
  } catch (error) {
    if (!(error instanceof KetenFout)) throw error;
    return [fail(call.subgraph, error.code)];
  }
  if (answer.text !== undefined) run.rounded.received(answer.text);
  const data = isDataObject(answer.data) ? answer.data : undefined;
  const { failures, unplaced } = placeErrors(answer.errors, data, call.subgraph);
  if (data === undefined) return failures.length === 0 ? [fail(call.subgraph)] : failures;
  run.unplaced.push(...unplaced);
  return data;
}

/** The list of entities under a response name; anything but a list of the right length is a failure. */
export function entitiesIn(
  received: DataObject | readonly Failure[],
  name: string,
  count: number,
  subgraph: string,
): readonly Value[] | Failure {
  if (!isDataObject(received)) return received[0] ?? fail(subgraph);
  const entities = own(received, name);
  if (Array.isArray(entities) && entities.length === count) return entities as readonly Value[];
  return entities instanceof Failure ? entities : fail(subgraph);
}

function fail(subgraph: string, code: FailureCause['code'] = 'BRON_MISLUKT'): Failure {
  return new Failure({ code, subgraph });
}
