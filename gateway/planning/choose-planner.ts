import type { GraphQLSchema } from 'graphql';
import { apolloPlanner } from './apollo-planner.ts';
import { hivePlanner } from './hive-planner.ts';
import type { Planner } from './planner.ts';

/** The planners there are. */
export type PlannerName = 'hive' | 'apollo';

/** What a planner plans for. */
export interface Plannable {
  readonly sdl: string;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
}

/**
 * The planner for a supergraph: Hive's where its binary exists for this machine, and else Apollo's. A named one is
 * taken as named.
 * @throws Error when Hive's is named and does not exist here
 */
export async function choosePlanner({ sdl, schema }: Plannable, name?: PlannerName): Promise<Planner> {
  const hive = name === 'apollo' ? undefined : await hivePlanner(sdl, schema);
  if (hive === undefined && name === 'hive')
    throw new Error('There is no binary of the Hive planner for this machine.');
  return hive ?? apolloPlanner(sdl);
}
