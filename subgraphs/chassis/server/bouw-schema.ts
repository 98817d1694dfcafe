import { readFile } from 'node:fs/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, Kind, parse } from 'graphql';
import { scalars } from '../../../schema/scalars/scalars.ts';
import type { Transactie } from '../database/databank.ts';
import type { SubgraphDefinition } from '../subgraph-definition.ts';

type Modules = Parameters<typeof buildSubgraphSchema>[0];
type Resolvers = Exclude<Extract<Modules, readonly unknown[]>[number], { kind: string }>['resolvers'];

/** Reads schema.graphql of a subgraph and puts its resolvers and the shared scalars on it. Nothing guards it: see `leesSchema`. */
export async function bouwSchema<Tx extends Transactie, Loaders>({
  map,
  resolvers,
}: Pick<SubgraphDefinition<Tx, Loaders>, 'map' | 'resolvers'>): Promise<GraphQLSchema> {
  const typeDefs = parse(await readFile(new URL('schema.graphql', map), 'utf8'), { noLocation: true });
  const eigenScalars = typeDefs.definitions
    .filter((definitie) => definitie.kind === Kind.SCALAR_TYPE_DEFINITION)
    .map(({ name }) => [name.value, scalars[name.value]]);
  return buildSubgraphSchema([
    { typeDefs, resolvers: { ...Object.fromEntries(eigenScalars), ...resolvers } as NonNullable<Resolvers> },
  ]);
}
