import { Kind, parse } from 'graphql';
import { createHash } from 'node:crypto';
import type { CallSubgraph } from './execution/call-subgraph.ts';
import type { OperationVariables } from './execution/compile-operation.ts';
import type { KnownOperations } from './known-operations.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Stand } from './stand.ts';

/** How a Stand is warmed up. */
export interface WarmUpOptions {
  /** The most tokens of a document. */
  readonly maxTokens: number;
  /** Told of every trusted document that could not be prepared: it fails again when it is asked. */
  readonly onFailure: (id: string, error: unknown) => void;
}

/**
 * Begins the planner of a Stand, and parses, plans, compiles and rehearses every trusted document before anyone asks it. A
 * rehearsal runs what was compiled, with the variables of the register, and calls no subgraph; its answer is thrown away.
 * One after the other: a planner makes one plan at a time.
 * @throws KetenFout PLAN_MISLUKT when the planner cannot begin
 */
export async function warmUp(
  { operaties, planner }: Stand,
  { documents, prepare }: KnownOperations,
  { maxTokens, onFailure }: WarmUpOptions,
): Promise<void> {
  await planner.ready();
  for (const { id, document: text, variabelen: sent } of operaties.values()) {
    try {
      const document = parse(text, { maxTokens });
      const queryHash = createHash('sha256').update(text).digest('hex');
      await documents.set(queryHash, document);
      const operations = document.definitions
        .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
        .map((operation) =>
          prepare({ document, operation, queryHash, operationName: operation.name?.value ?? null }),
        );
      for (const prepared of operations) await prepared.executor();
      for (const prepared of operations) await rehearse(prepared, sent);
    } catch (error) {
      onFailure(id, error);
    }
  }
}

/** What a rehearsal calls instead of the subgraphs: nobody is asked anything, and nothing comes back. */
const callNobody: CallSubgraph = async () => ({ data: {} });

/** Goes the way of a request from its variables to its answer, for nobody. */
async function rehearse(
  { coerceVariables, costOf, executor }: PreparedOperation,
  sent: OperationVariables['sent'],
): Promise<void> {
  const coerced = coerceVariables(sent);
  costOf(coerced);
  const run = await executor();
  await run({ sent, coerced }, callNobody);
}
