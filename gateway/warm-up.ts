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
 * Parses, plans and compiles every trusted document of a Stand before anyone asks it. One after the other: a planner
 * makes few plans at once, and requests may be waiting for some.
 */
export async function warmUp(
  { operaties }: Stand,
  { documents, prepare }: KnownOperations,
  { maxTokens, onFailure }: WarmUpOptions,
): Promise<void> {
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
