import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const animals: readonly Row[] = [
  { id: 'd1', __typename: 'Dog', name: 'Rex', barks: true, owner: 'o1', weight: 30, friends: ['c1', 'd2'] },
  { id: 'c1', __typename: 'Cat', name: 'Poes', lives: 9, owner: null, weight: 4, friends: ['d1'] },
  { id: 'd2', __typename: 'Dog', name: 'Fik', barks: null, owner: 'o1', weight: null, friends: [] },
];
const owners: readonly Row[] = [{ id: 'o1', __typename: 'Person', name: 'Ada', pets: ['d1', 'c1'] }];
const animal = (id: unknown): Row | null => findBy(animals, 'id')({ id });
const list = (ids: unknown): unknown => (ids as readonly string[]).map(animal);
const key = ({ id, __typename }: Row): Row => ({ id, __typename });

/** Interfaces over entities whose fields live in several subgraphs, interfaces of interfaces, and lists of them. */
export const interfaces: ConformanceGraph = {
  name: 'interfaces over entities',
  api: `
    type Query { animals: [Animal!]! named: [Named] heaviest: Animal }
    interface Named { name: String! }
    interface Animal implements Named { id: ID! name: String! owner: Person friends: [Animal!]! weight: Int }
    type Dog implements Animal & Named { id: ID! name: String! owner: Person friends: [Animal!]! weight: Int barks: Boolean }
    type Cat implements Animal & Named { id: ID! name: String! owner: Person friends: [Animal!]! weight: Int lives: Int! }
    type Person implements Named { id: ID! name: String! pets: [Animal!]! }
  `,
  subgraphs: [
    {
      name: 'animals',
      typeDefs: `
        type Query { animals: [Animal!]! named: [Named] }
        interface Named { name: String! }
        interface Animal implements Named { id: ID! name: String! owner: Person }
        type Dog implements Animal & Named @key(fields: "id") { id: ID! name: String! owner: Person barks: Boolean }
        type Cat implements Animal & Named @key(fields: "id") { id: ID! name: String! owner: Person lives: Int! }
        type Person implements Named @key(fields: "id") { id: ID! name: String! @shareable }
      `,
      resolvers: {
        Query: { animals: () => animals, named: () => [animals[1], null, owners[0], animals[0]] },
        Dog: {
          __resolveReference: findBy(animals, 'id'),
          owner: ({ owner }: Row) => findBy(owners, 'id')({ id: owner }),
        },
        Cat: {
          __resolveReference: findBy(animals, 'id'),
          owner: ({ owner }: Row) => findBy(owners, 'id')({ id: owner }),
        },
        Person: { __resolveReference: findBy(owners, 'id') },
      },
    },
    {
      name: 'people',
      typeDefs: `
        interface Animal { id: ID! }
        type Dog implements Animal @key(fields: "id") { id: ID! }
        type Cat implements Animal @key(fields: "id") { id: ID! }
        type Person @key(fields: "id") { id: ID! name: String! @shareable pets: [Animal!]! }
      `,
      resolvers: {
        Person: {
          __resolveReference: findBy(owners, 'id'),
          pets: ({ pets }: Row) => (pets as string[]).map((id) => key(animal(id) ?? {})),
        },
      },
    },
    {
      name: 'vet',
      typeDefs: `
        type Query { heaviest: Animal }
        interface Animal { id: ID! weight: Int friends: [Animal!]! }
        type Dog implements Animal @key(fields: "id") { id: ID! weight: Int friends: [Animal!]! }
        type Cat implements Animal @key(fields: "id") { id: ID! weight: Int friends: [Animal!]! }
      `,
      resolvers: {
        Query: { heaviest: () => animals[0] },
        Dog: { __resolveReference: findBy(animals, 'id'), friends: ({ friends }: Row) => list(friends) },
        Cat: { __resolveReference: findBy(animals, 'id'), friends: ({ friends }: Row) => list(friends) },
      },
    },
  ],
  whole: {
    Query: {
      animals: () => animals,
      named: () => [animals[1], null, owners[0], animals[0]],
      heaviest: () => animals[0],
    },
    Dog: {
      owner: ({ owner }) => findBy(owners, 'id')({ id: owner }),
      friends: ({ friends }) => list(friends),
    },
    Cat: {
      owner: ({ owner }) => findBy(owners, 'id')({ id: owner }),
      friends: ({ friends }) => list(friends),
    },
    Person: { pets: ({ pets }) => list(pets) },
  },
  rows: { Dog: ['d1', 'd2'], Cat: ['c1'], Person: ['o1'] },
  away: ['vet'],
};
