import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const cells: readonly Row[] = [
  { id: 'c1', value: 1, tags: [['a', 'b'], [], null] },
  { id: 'c2', value: null, tags: [] },
  { id: 'c3', value: 3, tags: [['z']] },
];
const [one, two, three] = cells;
const grid = [[one, null, two], null, [], [three]];
const cube = [[[one], [two, three]], []];
const matrix = [
  [1, null],
  [null, 4],
];
const sum = ({ tags }: Row): number =>
  (tags as (string[] | null)[]).reduce((all, each) => all + (each?.length ?? 0), 0);

/** Lists of lists, of entities and of leaves, with nulls in all places where they may be. */
export const lists: ConformanceGraph = {
  name: 'lists of lists',
  api: `
    type Query { grid: [[Cell]]! cube: [[[Cell!]!]!] matrix(rows: [[Int!]!]): [[Int]] }
    type Cell { id: ID! value: Int tags: [[String!]] sum: Int neighbours: [[Cell!]!] }
  `,
  subgraphs: [
    {
      name: 'grid',
      typeDefs: `
        type Query { grid: [[Cell]]! matrix(rows: [[Int!]!]): [[Int]] }
        type Cell @key(fields: "id") { id: ID! tags: [[String!]] }
      `,
      resolvers: {
        Query: { grid: () => grid, matrix: (_: unknown, { rows }: Row) => rows ?? matrix },
        Cell: { __resolveReference: findBy(cells, 'id') },
      },
    },
    {
      name: 'cells',
      typeDefs: `
        type Query { cube: [[[Cell!]!]!] }
        type Cell @key(fields: "id") {
          id: ID! value: Int neighbours: [[Cell!]!]
        }
      `,
      resolvers: {
        Query: { cube: () => cube },
        Cell: {
          __resolveReference: findBy(cells, 'id'),
          neighbours: ({ id }: Row) => (id === 'c2' ? null : [[two], [one, three]]),
        },
      },
    },
    {
      name: 'sums',
      typeDefs: `
        type Cell @key(fields: "id") { id: ID! tags: [[String!]] @external sum: Int @requires(fields: "tags") }
      `,
      resolvers: { Cell: { sum } },
    },
  ],
  whole: {
    Query: { grid: () => grid, cube: () => cube, matrix: (_, { rows }) => rows ?? matrix },
    Cell: { neighbours: ({ id }) => (id === 'c2' ? null : [[two], [one, three]]), sum },
  },
  values: { 'Query.matrix.rows': [[[1, 2], []], [], null] },
  rows: { Cell: ['c1', 'c2', 'c3'] },
  away: ['cells', 'sums'],
};
