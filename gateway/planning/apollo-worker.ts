import { parentPort, workerData } from 'node:worker_threads';
import { answerRequest } from './answer-request.ts';
import { apolloPlan } from './apollo-plan.ts';
import type { PlanRequest } from './helper.ts';

// The thread that @apollo/query-planner plans on: see apollo-planner.ts. Plain data crosses its border only.
const makePlan = apolloPlan(workerData as string);

// oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.on('message', (request: PlanRequest) => {
  parentPort?.postMessage(answerRequest(makePlan, request));
});
parentPort?.postMessage('ready');
