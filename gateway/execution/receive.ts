import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { CallSubgraph, SubgraphAnswer, SubgraphCall } from './call-subgraph.ts';
import { type DataObject, Failure, type FailureCause, isDataObject, own, type Value } from './data.ts';
import { placeErrors } from './place-errors.ts';

/** One execution of an operation. */
export interface Run {
  /** The variables as the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a Boolean variable is true, with its default. */
  readonly isTrue: (variable: string) => boolean;
  readonly call: CallSubgraph;
  /** Everything that failed, to be checked off while the answer is put together. */
  readonly causes: FailureCause[];
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
    return [fail(call.subgraph, run, error.code)];
  }
  const data = isDataObject(answer.data) ? answer.data : undefined;
  const failures = placeErrors(answer.errors, data, call.subgraph);
  for (const { cause } of failures) run.causes.push(cause);
  if (data !== undefined) return data;
  return failures.length === 0 ? [fail(call.subgraph, run, 'BRON_MISLUKT')] : failures;
}

/** The list of entities under a response name; anything but a list of the right length is a failure. */
export function entitiesIn(
  received: DataObject | readonly Failure[],
  name: string,
  count: number,
  subgraph: string,
  run: Run,
): readonly Value[] | Failure {
  if (!isDataObject(received)) return received[0] ?? fail(subgraph, run, 'BRON_MISLUKT');
  const entities = own(received, name);
  if (Array.isArray(entities) && entities.length === count) return entities as readonly Value[];
  return entities instanceof Failure ? entities : fail(subgraph, run, 'BRON_MISLUKT');
}

function fail(subgraph: string, run: Run, code: FailureCause['code']): Failure {
  const cause: FailureCause = { code, subgraph, shown: false };
  run.causes.push(cause);
  return new Failure(cause);
}
