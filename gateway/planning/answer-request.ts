import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { PlanAnswer, PlanRequest } from './helper.ts';
import type { MakePlan } from './make-plan.ts';

/** What a helper answers to a request, also when there is no plan. */
export function answerRequest(makePlan: MakePlan, { id, text, operationName }: PlanRequest): PlanAnswer {
  try {
    return { id, plan: makePlan(text, operationName) };
  } catch (error) {
    if (!(error instanceof KetenFout)) throw error;
    return { id, code: error.code, reden: error.cause instanceof Error ? error.cause.message : error.reden };
  }
}
