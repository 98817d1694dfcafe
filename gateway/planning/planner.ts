import type { DocumentNode } from 'graphql';
import type { Plan } from './plan.ts';

/** One operation of a validated document. */
export interface OperationToPlan {
  readonly document: DocumentNode;
  readonly operationName: string | null;
}

/** The port behind which a query planner stands. */
export interface Planner {
  /** Name and version, for the log. */
  readonly name: string;
  /**
   * The plan for one operation of a validated document. It depends on the document only, never on
   * the asker or the variables.
   * @throws KetenFout PLAN_MISLUKT, OPERATIE_NIET_ONDERSTEUND
   */
  plan(operation: OperationToPlan): Promise<Plan>;
}
