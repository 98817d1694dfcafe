import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const users: readonly Row[] = [
  { id: 'u1', name: 'Ada', address: { city: 'Hoofddorp', street: 'Raadhuisplein' }, age: 36 },
  { id: 'u2', name: 'Bob', address: null, age: null },
];
const [ada, bob] = users;
const posts: readonly Row[] = [
  { id: 'a1', __typename: 'Article', text: 'Een', author: ada },
  { id: 'a2', __typename: 'Article', text: 'Twee', author: bob },
  { id: 'v1', __typename: 'Video', seconds: 30, author: ada },
];

/** A subgraph knows some fields of another's entity, but only where it says so. */
export const provides: ConformanceGraph = {
  name: '@provides on some ways to an entity',
  api: `
    type Query { posts: [Post!]! users: [User!]! }
    interface Post { id: ID! author: User }
    type Article implements Post { id: ID! author: User editor: User text: String! }
    type Video implements Post { id: ID! author: User seconds: Int! }
    type User { id: ID! name: String! address: Address age: Int }
    type Address { city: String! street: String }
  `,
  subgraphs: [
    {
      name: 'posts',
      typeDefs: `
        type Query { posts: [Post!]! }
        interface Post { id: ID! author: User }
        type Article implements Post @key(fields: "id") {
          id: ID! author: User @provides(fields: "name") editor: User @provides(fields: "address { city }") text: String!
        }
        type Video implements Post @key(fields: "id") { id: ID! author: User seconds: Int! }
        type User @key(fields: "id") { id: ID! name: String! @external address: Address @external }
        type Address @shareable { city: String! }
      `,
      resolvers: {
        Query: { posts: () => posts },
        Article: { __resolveReference: findBy(posts, 'id'), editor: ({ author }: Row) => author },
        Video: { __resolveReference: findBy(posts, 'id') },
      },
    },
    {
      name: 'users',
      typeDefs: `
        type Query { users: [User!]! }
        type User @key(fields: "id") { id: ID! name: String! @shareable address: Address @shareable age: Int }
        type Address @shareable { city: String! street: String }
      `,
      resolvers: { Query: { users: () => users }, User: { __resolveReference: findBy(users, 'id') } },
    },
  ],
  whole: {
    Query: { posts: () => posts, users: () => users },
    Article: { editor: ({ author }) => author },
  },
  rows: { User: ['u1', 'u2'], Article: ['a1', 'a2'], Video: ['v1'] },
  away: [],
};
