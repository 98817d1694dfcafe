import { answerRequest } from './answer-request.ts';
import type { PlanRequest } from './helper.ts';
import { hivePlan } from './hive-plan.ts';
import type { MakePlan } from './make-plan.ts';

// The process that Hive Router's planner plans in: see hive-planner.ts. The supergraph is the first thing it hears;
// requests may come before it has read that.
const { promise: makePlan, resolve } = Promise.withResolvers<MakePlan | undefined>();

process.on('message', async (message: PlanRequest | { readonly supergraph: string }) => {
  if ('supergraph' in message) {
    resolve(hivePlan(message.supergraph));
    if ((await makePlan) !== undefined) process.send?.('ready');
    return;
  }
  const made = await makePlan;
  if (made !== undefined) process.send?.(answerRequest(made, message));
});
process.once('disconnect', () => process.exit(0));
