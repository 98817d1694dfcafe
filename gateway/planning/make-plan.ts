import type { Plan } from './plan.ts';

/**
 * Makes the plan of an operation where it is called, which nothing can interrupt.
 * @throws KetenFout PLAN_MISLUKT, OPERATIE_NIET_ONDERSTEUND
 */
export type MakePlan = (text: string, operationName: string | null) => Plan;
