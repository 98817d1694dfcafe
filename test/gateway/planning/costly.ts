import { composeServices } from '@apollo/composition';
import { type GraphQLSchema, parse } from 'graphql';
import type { OperationToPlan } from '../../../gateway/planning/planner.ts';
import { bouwStand } from '../../../gateway/stand.ts';

const SUBGRAPHS = 6;
const LEAVES = [0, 1, 2, 3];
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** Subgraphs that nearly all can answer nearly everything, which leaves a planner more ways than it can walk. */
const subgraph = (index: number): string => `${LINK}
  type Query { ${index === 0 ? 'node: Node' : `other${index}: Int`} }
  type Node @key(fields: "id") { id: ID! ${LEAVES.map((leaf) => `f${leaf}: Leaf${leaf} @shareable`).join(' ')} }
  ${LEAVES.map((leaf) => `type Leaf${leaf} @key(fields: "id") { id: ID! own${index}: Int next: Node @shareable }`).join('\n')}`;

const { supergraphSdl } = composeServices(
  Array.from({ length: SUBGRAPHS }, (_, index) => ({
    name: `s${index}`,
    url: `http://s${index}.invalid/`,
    typeDefs: parse(subgraph(index)),
  })),
);

/** A supergraph on which questions can be costly. */
export const supergraph: string = supergraphSdl ?? '';

/** Its schema, as clients see it. */
export const schema: GraphQLSchema = (await bouwStand({ supergraph, beleid: undefined })).schema;

/** A question on it: of depth 1 it is planned in milliseconds, of depth 4 it takes the quickest planner many times that. */
export function question(depth: number): OperationToPlan {
  return { document: parse(`{ node { ${selection(depth)} } }`), operationName: null };
}

function selection(depth: number): string {
  if (depth === 0) return 'id';
  return LEAVES.slice(1)
    .map((leaf) => `f${leaf} { own${SUBGRAPHS - 1} next { ${selection(depth - 1)} } }`)
    .join(' ');
}
