import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { coverage, type Dekking } from './authorisation/coverage.ts';
import { compileOperation, type ExecuteOperation } from './execution/compile-operation.ts';
import { compileVariables, type CoerceVariables } from './execution/coerce-variables.ts';
import { withInternalNames } from './execution/internal-name.ts';
import { checkSize, type CostOf, type Limits } from './http/limits.ts';
import type { Stand } from './stand.ts';

/** What is known of an operation before anyone asks it: it depends on the document alone. */
export interface PreparedOperation {
  readonly costOf: CostOf;
  readonly dekking: readonly Dekking[];
  readonly coerceVariables: CoerceVariables;
  /** Plans and compiles at the first call; later calls get the same. */
  readonly executor: () => Promise<ExecuteOperation>;
}

/** One operation of a validated document. */
export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The hash of the text of the document. */
  readonly queryHash: string;
  readonly operationName: string | null;
  /** The length of the text of the document. */
  readonly length: number;
}

/** The bounds of what is kept of prepared operations. */
export interface PreparationOptions {
  readonly limits: Limits;
  readonly maxBytes: number;
}

/** What is kept of an operation was measured at 230 to 300 bytes for each character of its document. */
const BYTES_PER_CHARACTER = 300;

/**
 * Prepares the operations of one Stand, each once, and keeps as many as fit. An operation is planned once too, however
 * many ask it at the same time: its executor is shared.
 * @throws KetenFout (from the function returned) what `checkSize` throws
 */
export function operationPreparer(
  stand: Stand,
  { limits, maxBytes }: PreparationOptions,
): (request: OperationRequest) => PreparedOperation {
  const kept = new LRUCache<string, PreparedOperation>({ maxSize: maxBytes });
  return (request) => {
    const key = `${request.queryHash}:${request.operationName ?? ''}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const prepared = prepare(stand, request, limits);
    kept.set(key, prepared, { size: 1 + request.length * BYTES_PER_CHARACTER });
    return prepared;
  };
}

function prepare(
  stand: Stand,
  { document, operation, operationName }: OperationRequest,
  limits: Limits,
): PreparedOperation {
  const { schema, isOfType, internalName, eisen, planner } = stand;
  const costOf = checkSize(schema, document, operation, limits);
  let executor: Promise<ExecuteOperation> | undefined;
  return {
    costOf,
    dekking: coverage(schema, document, operation, eisen),
    coerceVariables: compileVariables(schema, operation),
    executor: () => {
      executor ??= planner
        .plan({ document: withInternalNames(document, internalName), operationName })
        .then((plan) => compileOperation({ schema, isOfType, internalName, document, operation, plan }))
        .catch((error: unknown) => {
          executor = undefined;
          throw error;
        });
      return executor;
    },
  };
}
