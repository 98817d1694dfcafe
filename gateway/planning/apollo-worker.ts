import { parse } from 'graphql';
import { parentPort, workerData } from 'node:worker_threads';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { apolloPlan } from './apollo-plan.ts';
import type { PlanAnswer, PlanRequest } from './apollo-planner.ts';

// The thread that @apollo/query-planner plans on: see apollo-planner.ts. Plain data crosses its border only.
const makePlan = apolloPlan(workerData as string);

// oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.on('message', ({ id, text, operationName }: PlanRequest) => {
  parentPort?.postMessage({ id, ...answer(text, operationName) });
});
parentPort?.postMessage('ready');

function answer(text: string, operationName: string | null): Omit<PlanAnswer, 'id'> {
  try {
    return { plan: makePlan(parse(text), operationName) };
  } catch (error) {
    if (!(error instanceof KetenFout)) throw error;
    return { code: error.code, reden: error.cause instanceof Error ? error.cause.message : error.reden };
  }
}
