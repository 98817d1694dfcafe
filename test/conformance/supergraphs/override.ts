import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const bills: readonly Row[] = [
  { id: 'b1', amount: 100, paid: true, payer: { id: 'x1', name: 'Ada' } },
  { id: 'b2', amount: 50, paid: null, payer: null },
];
const moved = (): never => {
  throw new Error('this field has moved to another subgraph');
};

/** Fields that moved to another subgraph: the one that had them is not asked any more, also by a way past it. */
export const override: ConformanceGraph = {
  name: '@override of fields and of a root field',
  api: `
    type Query { bills: [Bill!]! newest: Bill }
    type Bill { id: ID! amount: Int! paid: Boolean payer: Payer }
    type Payer { id: ID! name: String! }
  `,
  subgraphs: [
    {
      name: 'old',
      typeDefs: `
        type Query { bills: [Bill!]! newest: Bill }
        type Bill @key(fields: "id") { id: ID! amount: Int! paid: Boolean payer: Payer }
        type Payer @key(fields: "id") { id: ID! name: String! }
      `,
      resolvers: {
        Query: { bills: () => bills, newest: moved },
        Bill: { __resolveReference: findBy(bills, 'id'), paid: moved, payer: moved },
        Payer: { name: moved },
      },
    },
    {
      name: 'new',
      typeDefs: `
        type Query { newest: Bill @override(from: "old") }
        type Bill @key(fields: "id") {
          id: ID! paid: Boolean @override(from: "old") payer: Payer @override(from: "old")
        }
        type Payer @key(fields: "id") { id: ID! name: String! @override(from: "old") }
      `,
      resolvers: {
        Query: { newest: () => bills[0] },
        Bill: { __resolveReference: findBy(bills, 'id') },
        Payer: { __resolveReference: ({ id }: Row) => (id === 'x1' ? { id, name: 'Ada' } : null) },
      },
    },
  ],
  whole: { Query: { bills: () => bills, newest: () => bills[0] } },
  rows: { Bill: ['b1', 'b2'], Payer: ['x1'] },
  away: ['new'],
};
