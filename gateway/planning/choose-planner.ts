import type { Supergraph } from '@apollo/federation-internals';
import { apolloPlanner } from './apollo-planner.ts';
import { hivePlanner } from './hive-planner.ts';
import type { Planner } from './planner.ts';

/** The planners there are. */
export type PlannerName = 'hive' | 'apollo';

/**
 * The planner for a supergraph: Hive's where its binary exists for this machine, and else Apollo's. A named one is
 * taken as named.
 * @throws Error when Hive's is named and does not exist here
 */
export async function choosePlanner(
  supergraph: Supergraph,
  sdl: string,
  name?: PlannerName,
): Promise<Planner> {
  if (name === 'apollo') return apolloPlanner(supergraph);
  const hive = await hivePlanner(sdl);
  if (hive === undefined && name === 'hive')
    throw new Error('There is no binary of the Hive planner for this machine.');
  return hive ?? apolloPlanner(supergraph);
}
