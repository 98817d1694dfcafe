import type { DocumentNode } from 'graphql';
import type { Plan } from './plan.ts';

/** One operation of a validated document. */
export interface OperationToPlan {
  readonly document: DocumentNode;
  readonly operationName: string | null;
}

/**
 * The port behind which a query planner stands. It plans one operation at a time, beside the thread that
 * answers requests.
 */
export interface Planner {
  /** Name and version, for the log. */
  readonly name: string;
  /**
   * The plan for one operation of a validated document. It depends on the document only, never on
   * the asker or the variables.
   * @param signal stops the planning, which then fails with an error of any kind
   * @throws KetenFout PLAN_MISLUKT, OPERATIE_NIET_ONDERSTEUND
   */
  readonly plan: (operation: OperationToPlan, signal?: AbortSignal) => Promise<Plan>;
  /** Resolves when a plan can be begun, which is later when the last one had to be broken off. */
  readonly ready: () => Promise<void>;
  /** Ends what it plans on. */
  readonly close: () => Promise<void>;
}
