import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy, findByArgument } from './rows.ts';

const people: readonly Row[] = [
  { id: 'u1', name: 'Ada', likes: ['i1', 'i2'], boss: 'u2' },
  { id: 'u2', name: 'Bob', likes: [], boss: null },
];
const items: readonly Row[] = [
  { id: 'i1', title: 'Fiets', fans: ['u1'], maker: 'u2', price: 5 },
  { id: 'i2', title: 'Boot', fans: ['u1', 'u2'], maker: null, price: 8 },
];
const key = (id: unknown): Row | null => (id === null ? null : { id });
const keys = (ids: unknown): Row[] => (ids as string[]).map((id) => ({ id }));
const person = (id: unknown): Row | null => findBy(people, 'id')({ id });
const item = (id: unknown): Row | null => findBy(items, 'id')({ id });
const cheaper = ({ price }: Row, { than }: Row): boolean => Number(price) < Number(than);

/** Entities that point at each other over the border, in circles; a subgraph that only knows keys. */
export const references: ConformanceGraph = {
  name: 'references in circles, keys that do not resolve, arguments from variables',
  api: `
    type Query { people(first: Int = 2): [Person!]! item(id: ID!): Item shelf: Shelf! }
    type Person { id: ID! name: String! boss: Person likes(max: Int): [Item!]! }
    type Item { id: ID! title: String fans: [Person!]! maker: Person cheaper(than: Int!): Boolean }
    type Shelf { items: [Item!]! owner: Person }
  `,
  subgraphs: [
    {
      name: 'people',
      typeDefs: `
        type Query { people(first: Int = 2): [Person!]! }
        type Person @key(fields: "id") { id: ID! name: String! boss: Person likes(max: Int): [Item!]! }
        type Item @key(fields: "id", resolvable: false) { id: ID! }
      `,
      resolvers: {
        Query: { people: (_: unknown, { first }: Row) => people.slice(0, Math.max(0, Number(first ?? 0))) },
        Person: {
          __resolveReference: findBy(people, 'id'),
          boss: ({ boss }: Row) => (boss === null ? null : person(boss)),
          likes: ({ likes }: Row, { max }: Row) => keys(likes).slice(0, Math.max(0, Number(max ?? 9))),
        },
      },
    },
    {
      name: 'items',
      typeDefs: `
        type Query { item(id: ID!): Item }
        type Item @key(fields: "id") { id: ID! title: String fans: [Person!]! maker: Person cheaper(than: Int!): Boolean }
        type Person @key(fields: "id", resolvable: false) { id: ID! }
      `,
      resolvers: {
        Query: { item: findByArgument(items, 'id') },
        Item: {
          __resolveReference: findBy(items, 'id'),
          fans: ({ fans }: Row) => keys(fans),
          maker: ({ maker }: Row) => key(maker),
          cheaper,
        },
      },
    },
    {
      name: 'shelves',
      typeDefs: `
        type Query { shelf: Shelf! }
        type Shelf { items: [Item!]! owner: Person }
        type Item @key(fields: "id", resolvable: false) { id: ID! }
        type Person @key(fields: "id", resolvable: false) { id: ID! }
      `,
      resolvers: { Query: { shelf: () => ({ items: keys(['i2', 'i1']), owner: { id: 'u1' } }) } },
    },
  ],
  whole: {
    Query: {
      people: (_, { first }) => people.slice(0, Math.max(0, Number(first ?? 0))),
      item: findByArgument(items, 'id'),
      shelf: () => ({ items: [items[1], items[0]], owner: people[0] }),
    },
    Person: {
      boss: ({ boss }) => person(boss),
      likes: ({ likes }, { max }) => (likes as string[]).map(item).slice(0, Math.max(0, Number(max ?? 9))),
    },
    Item: {
      fans: ({ fans }) => (fans as string[]).map(person),
      maker: ({ maker }) => person(maker),
      cheaper,
    },
  },
  values: { 'Query.item.id': ['i1', 'i2', 'none'] },
  rows: { Person: ['u1', 'u2'], Item: ['i1', 'i2'] },
  away: ['people', 'items', 'shelves'],
};
