import type { DocumentNode } from 'graphql';
import type { Plan } from './plan.ts';

/** The port behind which a query planner stands. */
export interface Planner {
  /** Name and version, for the log. */
  readonly name: string;
  /**
   * The plan for one operation of a validated document. It depends on the document only, never on
   * the asker or the variables.
   * @throws KetenFout PLAN_MISLUKT, OPERATIE_NIET_ONDERSTEUND
   */
  plan(document: DocumentNode, operationName: string | null): Promise<Plan>;
}
