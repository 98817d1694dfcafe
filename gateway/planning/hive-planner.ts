import { type GraphQLSchema, print } from 'graphql';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Line, planningHelper } from './helper.ts';
import { operationToFetch } from './operation-to-fetch.ts';
import type { Planner } from './planner.ts';

const FILE = fileURLToPath(new URL('hive-process.ts', import.meta.url));

/**
 * The planner of Hive Router behind our port, in a process of its own. It is native code: what goes wrong in it ends
 * the process it is in. Its asynchronous call can be told to stop by a signal, but loses 0,7 KB at each plan with one.
 * @returns `undefined` where its binary does not exist for this machine
 */
export async function hivePlanner(
  supergraphSdl: string,
  schema: GraphQLSchema,
): Promise<Planner | undefined> {
  const loaded = await import('@graphql-hive/router-query-planner').catch(() => undefined);
  if (loaded === undefined) return undefined;
  const helper = planningHelper(() => beginProcess(supergraphSdl));
  return {
    name: '@graphql-hive/router-query-planner',
    ready: helper.ready,
    close: helper.close,
    plan: async ({ document, operationName }, signal) => {
      const asked = operationToFetch(schema, document, operationName);
      return asked === undefined ? {} : helper.plan({ text: print(asked), operationName }, signal);
    },
  };
}

function beginProcess(supergraph: string): Line {
  const child = fork(FILE, {
    execArgv: [],
    // Nothing of our settings is its business, and what it says of a question nobody else's.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.send({ supergraph });
  return {
    events: child,
    // It may have ended a moment ago: then it is told so.
    send: (request) => child.send(request, () => {}),
    hold: (isBusy) => {
      if (isBusy) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
    end: () => void child.kill('SIGKILL'),
  };
}
