import type { GraphQLSchema } from 'graphql';
import type { Transactie } from '../database/databank.ts';
import { bewaakVelden } from '../guard/bewaak-velden.ts';
import type { SubgraphDefinition } from '../subgraph-definition.ts';
import { bouwSchema } from './bouw-schema.ts';

/** Reads schema.graphql of a subgraph and puts its resolvers, the shared scalars and the guard on it. */
export async function leesSchema<Tx extends Transactie, Loaders>(
  definition: Pick<SubgraphDefinition<Tx, Loaders>, 'map' | 'resolvers'>,
): Promise<GraphQLSchema> {
  const schema = await bouwSchema(definition);
  bewaakVelden(schema);
  return schema;
}
