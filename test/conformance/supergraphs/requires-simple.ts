import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy, findByArgument } from './rows.ts';

const products: readonly Row[] = [
  { id: 'p1', name: 'Tafel', price: 100, weight: 30 },
  { id: 'p2', name: 'Stoel', price: 40, weight: null },
  { id: 'p3', name: 'Lamp', price: null, weight: 2 },
];
const shipping = ({ price, weight }: Row): number => (Number(price) > 50 ? 0 : Number(weight ?? 10));
const isHeavy = ({ price, weight }: Row): boolean => Number(weight) > Number(price) / 10;

/** A subgraph computes its fields from fields of another. */
export const requiresSimple: ConformanceGraph = {
  name: '@requires of fields of another subgraph',
  api: `
    type Query { products: [Product!]! product(id: ID!): Product featured: [Product] }
    type Product { id: ID! name: String! price: Int weight: Int shipping: Int! isHeavy: Boolean }
  `,
  subgraphs: [
    {
      name: 'catalogue',
      typeDefs: `
        type Query { products: [Product!]! product(id: ID!): Product }
        type Product @key(fields: "id") { id: ID! name: String! price: Int weight: Int }
      `,
      resolvers: {
        Query: { products: () => products, product: findByArgument(products, 'id') },
        Product: { __resolveReference: findBy(products, 'id') },
      },
    },
    {
      name: 'shipping',
      typeDefs: `
        type Query { featured: [Product] }
        type Product @key(fields: "id") {
          id: ID! price: Int @external weight: Int @external
          shipping: Int! @requires(fields: "price weight")
          isHeavy: Boolean @requires(fields: "weight price")
        }
      `,
      resolvers: {
        Query: { featured: () => [{ id: 'p2' }, null, { id: 'p3' }] },
        Product: { shipping, isHeavy },
      },
    },
  ],
  whole: {
    Query: {
      products: () => products,
      product: findByArgument(products, 'id'),
      featured: () => [products[1], null, products[2]],
    },
    Product: { shipping, isHeavy },
  },
  values: { 'Query.product.id': ['p1', 'p2', 'none'] },
  rows: { Product: ['p1', 'p2', 'p3'] },
  away: ['shipping'],
};
