import { Kind, parse } from 'graphql';
import { createHash } from 'node:crypto';
import type { KnownOperations } from './known-operations.ts';
import type { Stand } from './stand.ts';

/** How a Stand is warmed up. */
export interface WarmUpOptions {
  /** The most tokens of a document. */
  readonly maxTokens: number;
  /** Told of every trusted document that could not be prepared: it fails again when it is asked. */
  readonly onFailure: (id: string, error: unknown) => void;
}

/**
 * Begins the planner of a Stand, and parses, plans and compiles every trusted document before anyone asks it. One after the
 * other: a planner makes one plan at a time.
 * @throws KetenFout PLAN_MISLUKT when the planner cannot begin
 */
export async function warmUp(
  { operaties, planner }: Stand,
  { documents, prepare }: KnownOperations,
  { maxTokens, onFailure }: WarmUpOptions,
): Promise<void> {
  await planner.ready();
  for (const { id, document: text } of operaties.values()) {
    try {
      const document = parse(text, { maxTokens });
      const queryHash = createHash('sha256').update(text).digest('hex');
      await documents.set(queryHash, document);
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const operationName = operation.name?.value ?? null;
        await prepare({ document, operation, queryHash, operationName }).executor();
      }
    } catch (error) {
      onFailure(id, error);
    }
  }
}
