import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';

const unit = (id: string, code: string): Row => ({ id, org: { code }, nr: 7 });
const desks: readonly Row[] = [
  { ...unit('d1', 'hlm'), name: 'Balie', open: true, lines: [{ phone: '1' }, { phone: null }] },
  { ...unit('d2', 'ams'), name: 'Loket', open: null, lines: [] },
  { ...unit('d3', 'ams'), nr: 8, name: null, open: false, lines: [{ phone: '3' }] },
];
const same = (key: Row): Row | null =>
  desks.find(({ org, nr }) => nr === key['nr'] && (org as Row)['code'] === (key['org'] as Row)['code']) ??
  null;

/** Keys of several fields, one of which lies inside an object. */
export const compositeKeys: ConformanceGraph = {
  name: 'composite keys with nested fields',
  api: `
    type Query { desks: [Desk!]! open: [Desk]! }
    type Desk { org: Organisation! nr: Int! name: String open: Boolean lines: [Line!] }
    type Organisation { code: ID! }
    type Line { phone: String }
  `,
  subgraphs: [
    {
      name: 'desks',
      typeDefs: `
        type Query { desks: [Desk!]! }
        type Desk @key(fields: "nr org { code }") { org: Organisation! nr: Int! name: String }
        type Organisation @shareable { code: ID! }
      `,
      resolvers: { Query: { desks: () => desks }, Desk: { __resolveReference: same } },
    },
    {
      name: 'hours',
      typeDefs: `
        type Query { open: [Desk]! }
        type Desk @key(fields: "org { code } nr") { org: Organisation! nr: Int! open: Boolean }
        type Organisation @shareable { code: ID! }
      `,
      resolvers: {
        Query: { open: () => [desks[2], null, desks[0]] },
        Desk: { __resolveReference: same },
      },
    },
    {
      name: 'phones',
      typeDefs: `
        type Desk @key(fields: "nr org { code }") { org: Organisation! nr: Int! lines: [Line!] }
        type Organisation @shareable { code: ID! }
        type Line { phone: String }
      `,
      resolvers: { Desk: { __resolveReference: same } },
    },
  ],
  whole: { Query: { desks: () => desks, open: () => [desks[2], null, desks[0]] } },
  rows: { Desk: ['d1', 'd2', 'd3'] },
  away: ['phones'],
};
