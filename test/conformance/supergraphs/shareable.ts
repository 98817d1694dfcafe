import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const place = (name: string, x: number): Row => ({ name, point: { x, y: x + 1 } });
const shops: readonly Row[] = [
  { id: 's1', title: 'Noord', place: place('Hoofddorp', 1), stock: [{ amount: 3, unit: 'stuks' }] },
  { id: 's2', title: null, place: place('Schiphol', 5), stock: [] },
];

/** The same values from several subgraphs, as fields, as whole types, and at the root. */
export const shareable: ConformanceGraph = {
  name: '@shareable fields, types and root fields',
  api: `
    type Query { shops: [Shop!]! nearest: Shop version: String }
    type Shop { id: ID! title: String place: Place! stock: [Stock!]! opens: Int }
    type Place { name: String! point: Point }
    type Point { x: Int! y: Int! }
    type Stock { amount: Int unit: String! }
  `,
  subgraphs: [
    {
      name: 'shops',
      typeDefs: `
        type Query { shops: [Shop!]! version: String @shareable }
        type Shop @key(fields: "id") { id: ID! title: String @shareable place: Place! @shareable }
        type Place @shareable { name: String! point: Point }
        type Point @shareable { x: Int! y: Int! }
      `,
      resolvers: {
        Query: { shops: () => shops, version: () => '1' },
        Shop: { __resolveReference: findBy(shops, 'id') },
      },
    },
    {
      name: 'map',
      typeDefs: `
        type Query { nearest: Shop version: String @shareable }
        type Shop @key(fields: "id") { id: ID! place: Place! @shareable opens: Int }
        type Place @shareable { name: String! point: Point }
        type Point @shareable { x: Int! y: Int! }
      `,
      resolvers: {
        Query: { nearest: () => shops[1], version: () => '1' },
        Shop: { __resolveReference: findBy(shops, 'id'), opens: () => 9 },
      },
    },
    {
      name: 'stock',
      typeDefs: `
        type Shop @key(fields: "id") { id: ID! title: String @shareable stock: [Stock!]! }
        type Stock @shareable { amount: Int unit: String! }
      `,
      resolvers: { Shop: { __resolveReference: findBy(shops, 'id') } },
    },
  ],
  whole: {
    Query: { shops: () => shops, nearest: () => shops[1], version: () => '1' },
    Shop: { opens: () => 9 },
  },
  rows: { Shop: ['s1', 's2'] },
  away: [],
};
