import { print } from 'graphql';
import { Worker } from 'node:worker_threads';
import { type Line, planningHelper } from './helper.ts';
import type { Planner } from './planner.ts';

const FILE = new URL('apollo-worker.ts', import.meta.url);

/** The most memory its thread may take for the objects of its plans; one that needs more ends, and nothing else does. */
const MAX_HEAP_MB = 512;

/** The planner of @apollo/query-planner behind our port, on a thread of its own: it is JavaScript, and cannot harm others. */
export function apolloPlanner(supergraphSdl: string): Planner {
  const helper = planningHelper(() => beginThread(supergraphSdl));
  return {
    name: '@apollo/query-planner',
    ready: helper.ready,
    close: helper.close,
    plan: ({ document, operationName }, signal) =>
      helper.plan({ text: print(document), operationName }, signal),
  };
}

function beginThread(supergraphSdl: string): Line {
  const worker = new Worker(FILE, {
    workerData: supergraphSdl,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  return {
    events: worker,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    send: (request) => worker.postMessage(request),
    hold: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}
