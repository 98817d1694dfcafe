import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { argumentCoverage, type ArgumentCoverage } from './authorisation/argument-coverage.ts';
import { coverage, type Dekking } from './authorisation/coverage.ts';
import { compileOperation, type ExecuteOperation } from './execution/compile-operation.ts';
import { compileVariables, type CoerceVariables } from './execution/coerce-variables.ts';
import { withInternalNames } from './execution/internal-name.ts';
import { checkSize, type CostOf, type Limits } from './http/limits.ts';
import type { Plan } from './planning/plan.ts';
import type { Stand } from './stand.ts';

/** What is known of an operation before anyone asks it: it depends on the document alone. */
export interface PreparedOperation {
  readonly costOf: CostOf;
  /** The fields it can reach, and what its arguments ask. */
  readonly dekking: readonly Dekking[];
  readonly argumenten: ArgumentCoverage;
  readonly coerceVariables: CoerceVariables;
  /** Plans and compiles at the first call; later calls get the same. */
  readonly executor: () => Promise<ExecuteOperation>;
}

/** One operation of a validated document. */
export interface OperationToPrepare {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
}

/** How long an operation that could not be planned in time is refused without trying again, in milliseconds. */
const REFUSED_MS = 60_000;

/**
 * Prepares an operation: what can be known of it before anyone asks it.
 * @param onPlanned told of the plan when it is there
 * @throws KetenFout what `checkSize` throws
 */
export function prepareOperation(
  stand: Stand,
  { document, operation, operationName }: OperationToPrepare,
  limits: Limits,
  onPlanned?: (plan: Plan) => void,
): PreparedOperation {
  const { schema, isOfType, internalName, eisen, beleid, planner } = stand;
  const costOf = checkSize(schema, document, operation, limits);
  let executor: Promise<ExecuteOperation> | undefined;
  const forget = (): void => {
    executor = undefined;
  };
  const velden = coverage(schema, document, operation, eisen, beleid?.nooitInLijst);
  const argumenten = argumentCoverage(schema, document, operation, eisen, beleid?.argumenten ?? new Map());
  return {
    costOf,
    dekking: Object.freeze([...velden, ...argumenten.dekking]),
    argumenten,
    coerceVariables: compileVariables(schema, operation),
    executor: () => {
      executor ??= planner
        .plan({ document: withInternalNames(document, internalName), operationName })
        .then((plan) => {
          onPlanned?.(plan);
          return compileOperation({ schema, isOfType, internalName, document, operation, plan });
        })
        .catch((error: unknown) => {
          // Whoever asks it again and again would keep the planner from everybody else's new operations.
          if (error instanceof KetenFout && error.code === 'PLAN_TE_DUUR')
            setTimeout(forget, REFUSED_MS).unref();
          else forget();
          throw error;
        });
      return executor;
    },
  };
}
