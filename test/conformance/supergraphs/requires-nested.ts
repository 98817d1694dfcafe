import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy, findByArgument } from './rows.ts';

interface Box extends Row {
  readonly size: { readonly width: number; readonly height: number | null } | null;
  readonly parts: readonly { readonly weight: number; readonly material: { readonly name: string } | null }[];
}

const boxes: readonly Box[] = [
  {
    id: 'b1',
    size: { width: 2, height: 3 },
    parts: [
      { weight: 5, material: { name: 'hout' } },
      { weight: 7, material: null },
    ],
  },
  { id: 'b2', size: null, parts: [] },
  { id: 'b3', size: { width: 4, height: null }, parts: [{ weight: 1, material: { name: 'staal' } }] },
];
const label = (box: Row): string => {
  const { size, parts } = box as Box;
  return `${size === null ? 'plat' : size.width * (size.height ?? 1)}: ${parts.map(({ weight, material }) => `${weight} ${material?.name ?? '?'}`).join(', ')}`;
};

/** What is required lies deep: in an object that may be null, in the elements of a list, and in an object of those. */
export const requiresNested: ConformanceGraph = {
  name: '@requires of nested fields and lists',
  api: `
    type Query { boxes: [Box!]! box(id: ID!): Box }
    type Box { id: ID! size: Size parts: [Part!] label: String! }
    type Size { width: Int! height: Int }
    type Part { weight: Int! material: Material }
    type Material { name: String! }
  `,
  subgraphs: [
    {
      name: 'boxes',
      typeDefs: `
        type Query { boxes: [Box!]! box(id: ID!): Box }
        type Box @key(fields: "id") { id: ID! size: Size parts: [Part!] }
        type Size { width: Int! height: Int }
        type Part { weight: Int! material: Material }
        type Material { name: String! }
      `,
      resolvers: {
        Query: { boxes: () => boxes, box: findByArgument(boxes, 'id') },
        Box: { __resolveReference: findBy(boxes, 'id') },
      },
    },
    {
      name: 'labels',
      typeDefs: `
        type Box @key(fields: "id") {
          id: ID! size: Size @external parts: [Part!] @external
          label: String! @requires(fields: "size { width height } parts { weight material { name } }")
        }
        type Size { width: Int! @external height: Int @external }
        type Part { weight: Int! @external material: Material @external }
        type Material { name: String! @external }
      `,
      resolvers: { Box: { label } },
    },
  ],
  whole: {
    Query: { boxes: () => boxes, box: findByArgument(boxes, 'id') },
    Box: { label },
  },
  values: { 'Query.box.id': ['b1', 'b2', 'none'] },
  rows: { Box: ['b1', 'b2', 'b3'] },
  away: ['labels'],
};
