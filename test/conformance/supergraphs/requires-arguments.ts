import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy, findByArgument } from './rows.ts';

const products: readonly Row[] = [
  { id: 'p1', euro: 100 },
  { id: 'p2', euro: 7 },
];
const price = ({ euro }: Row, { currency }: Row): number => Number(euro) * (currency === 'EUR' ? 1 : 2);
const tax = ({ price: required }: Row): number => Math.round(Number(required) * 0.21);

/** What is required has arguments, and a client may ask the same field with others. */
export const requiresArguments: ConformanceGraph = {
  name: '@requires of a field with arguments',
  api: `
    type Query { products: [Product!]! product(id: ID!): Product }
    type Product { id: ID! price(currency: Currency! = EUR): Int tax: Int }
    enum Currency { EUR USD }
  `,
  subgraphs: [
    {
      name: 'prices',
      typeDefs: `
        type Query { products: [Product!]! product(id: ID!): Product }
        type Product @key(fields: "id") { id: ID! price(currency: Currency! = EUR): Int }
        enum Currency { EUR USD }
      `,
      resolvers: {
        Query: { products: () => products, product: findByArgument(products, 'id') },
        Product: { __resolveReference: findBy(products, 'id'), price },
      },
    },
    {
      name: 'taxes',
      typeDefs: `
        type Product @key(fields: "id") {
          id: ID! price(currency: Currency! = EUR): Int @external
          tax: Int @requires(fields: "price(currency: USD)")
        }
        enum Currency { EUR USD }
      `,
      resolvers: { Product: { tax } },
    },
  ],
  whole: {
    Query: { products: () => products, product: findByArgument(products, 'id') },
    Product: { price, tax },
  },
  values: { 'Query.product.id': ['p1', 'p2', 'none'] },
  rows: { Product: ['p1', 'p2'] },
  away: ['taxes'],
};
