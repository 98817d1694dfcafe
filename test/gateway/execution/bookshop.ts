import type { TestSubgraph } from '../graph-in-process.ts';

const products = [
  { id: '1', name: 'Tafel', price: 100, weight: 30 },
  { id: '2', name: 'Stoel', price: 40, weight: 5 },
];
const reviews = [
  { id: 'r1', body: 'Stevig', product: '1', author: 'u1' },
  { id: 'r2', body: 'Wiebelt', product: '1', author: 'u2' },
  { id: 'r3', body: 'Mooi', product: '2', author: 'u1' },
];
const users = [
  { id: 'u1', name: 'Ada', constructor: 'bouwer' },
  { id: 'u2', name: 'Bob', constructor: null },
];

/** Four small subgraphs that need each other: entities, a value computed from another's fields, an interface. */
export const bookshop: readonly TestSubgraph[] = [
  {
    name: 'products',
    typeDefs: `
      type Query { products: [Product!]! product(id: ID!): Product things: [Thing!]! }
      interface Thing { id: ID! }
      enum Kind { WOOD METAL @inaccessible }
      type Product implements Thing @key(fields: "id") { id: ID! name: String! price: Int weight: Int kind(n: Int = 1): Kind }
      type Voucher implements Thing { id: ID! value: Int! }
      type Mutation { rename(id: ID!, name: String!): Product! }
    `,
    resolvers: {
      Query: {
        products: () => products,
        product: (_: unknown, { id }: { id: string }) => products.find((each) => each.id === id) ?? null,
        things: () => [
          { __typename: 'Product', ...products[0] },
          { __typename: 'Voucher', id: 'v1', value: 5 },
        ],
      },
      Product: {
        __resolveReference: ({ id }: { id: string }) => products.find((each) => each.id === id) ?? null,
        kind: (_: unknown, { n }: { n: number }) => (n === 1 ? 'WOOD' : 'METAL'),
      },
      Mutation: {
        rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...products[0], id, name }),
      },
    },
  },
  {
    name: 'shipping',
    typeDefs: `
      type Product @key(fields: "id") { id: ID! price: Int @external weight: Int @external shipping: Int @requires(fields: "price weight") }
    `,
    resolvers: {
      Product: {
        shipping: ({ price, weight }: { price: number; weight: number }) => price + weight,
      },
    },
  },
  {
    name: 'reviews',
    typeDefs: `
      type Review @key(fields: "id") { id: ID! body: String! author: User! product: Product! }
      type Product @key(fields: "id") { id: ID! reviews: [Review!]! best: Review! }
      type User @key(fields: "id") { id: ID! reviews: [Review!]! }
    `,
    resolvers: {
      Product: {
        reviews: ({ id }: { id: string }) => reviews.filter((each) => each.product === id),
        best: ({ id }: { id: string }) => reviews.find((each) => each.product === id),
      },
      User: { reviews: ({ id }: { id: string }) => reviews.filter((each) => each.author === id) },
      Review: {
        author: ({ author }: { author: string }) => ({ id: author }),
        product: ({ product }: { product: string }) => ({ id: product }),
      },
    },
  },
  {
    name: 'users',
    typeDefs: `
      type User @key(fields: "id") { id: ID! name: String constructor: String }
    `,
    resolvers: {
      User: { __resolveReference: ({ id }: { id: string }) => users.find((each) => each.id === id) ?? null },
    },
  },
];
