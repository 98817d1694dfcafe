import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const orders: readonly Row[] = [
  { id: 'o1', amount: 10 },
  { id: 'o2', amount: null },
  { id: 'o3', amount: 40 },
];
const discount = ({ amount }: Row): number | null => (amount === null ? null : Number(amount) / 10);
const invoice = ({ amount, discount }: Row): Row => ({ total: Number(amount) - Number(discount ?? 0) });
const reminder = ({ invoice }: Row): string => `Nog ${String((invoice as Row)['total'])}`;

/** Each subgraph needs what the one before it computed, also inside an object of its own. */
export const requiresChain: ConformanceGraph = {
  name: '@requires of what itself requires something',
  api: `
    type Query { orders: [Order] }
    type Order { id: ID! amount: Float discount: Float invoice: Invoice reminder: String }
    type Invoice { total: Float }
  `,
  subgraphs: [
    {
      name: 'orders',
      typeDefs: `
        type Query { orders: [Order] }
        type Order @key(fields: "id") { id: ID! amount: Float }
      `,
      resolvers: { Query: { orders: () => orders }, Order: { __resolveReference: findBy(orders, 'id') } },
    },
    {
      name: 'discounts',
      typeDefs: `
        type Order @key(fields: "id") { id: ID! amount: Float @external discount: Float @requires(fields: "amount") }
      `,
      resolvers: { Order: { discount } },
    },
    {
      name: 'invoices',
      typeDefs: `
        type Order @key(fields: "id") {
          id: ID! amount: Float @external discount: Float @external
          invoice: Invoice @requires(fields: "amount discount")
        }
        type Invoice { total: Float }
      `,
      resolvers: { Order: { invoice } },
    },
    {
      name: 'reminders',
      typeDefs: `
        type Order @key(fields: "id") {
          id: ID! invoice: Invoice @external reminder: String @requires(fields: "invoice { total }")
        }
        type Invoice { total: Float @external }
      `,
      resolvers: { Order: { reminder } },
    },
  ],
  whole: { Query: { orders: () => orders }, Order: { discount, invoice, reminder } },
  rows: { Order: ['o1', 'o2', 'o3'] },
  away: ['discounts', 'invoices', 'reminders'],
};
