import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const people: readonly Row[] = [
  { id: 'x1', bsn: '1', name: 'Ada', salary: 10, __typename: 'Citizen' },
  { id: 'x2', bsn: '2', name: null, salary: 90, __typename: 'Citizen' },
  { id: 'x3', __typename: 'Robot', name: 'R2' },
];
const [ada, bob] = people;
const benefit = ({ salary }: Row): number => Math.max(0, 50 - Number(salary));
const greeting = ({ name }: Row, { loud }: Row): string => `Dag ${String(name)}${loud === true ? '!' : ''}`;

/** Keys, required fields, types and arguments that clients cannot see, and that plans need all the same. */
export const inaccessible: ConformanceGraph = {
  name: '@inaccessible keys, fields, types and arguments',
  api: `
    type Query { citizens: [Citizen!]! beings: [Being] }
    interface Being { name: String }
    type Citizen implements Being { name: String greeting: String! benefit: Int partner: Citizen }
  `,
  subgraphs: [
    {
      name: 'persons',
      typeDefs: `
        type Query { citizens: [Citizen!]! beings: [Being] }
        interface Being { name: String }
        type Citizen implements Being @key(fields: "bsn") {
          bsn: ID! @inaccessible name: String salary: Int @inaccessible greeting(loud: Boolean @inaccessible): String!
        }
        type Robot implements Being @inaccessible { name: String }
      `,
      resolvers: {
        Query: { citizens: () => people.slice(0, 2), beings: () => [ada, null, bob] },
        Citizen: { __resolveReference: findBy(people, 'bsn'), greeting },
      },
    },
    {
      name: 'benefits',
      typeDefs: `
        type Citizen @key(fields: "bsn") {
          bsn: ID! @inaccessible salary: Int @external benefit: Int @requires(fields: "salary")
        }
      `,
      resolvers: {
        Citizen: {
          __resolveReference: (key: Row) => ({ ...findBy(people, 'bsn')(key), ...key }),
          benefit,
        },
      },
    },
    {
      name: 'families',
      typeDefs: `type Citizen @key(fields: "bsn") { bsn: ID! @inaccessible partner: Citizen }`,
      resolvers: {
        Citizen: {
          __resolveReference: findBy(people, 'bsn'),
          partner: ({ bsn }: Row) => (bsn === '1' ? { bsn: '2', id: 'x2' } : null),
        },
      },
    },
  ],
  whole: {
    Query: { citizens: () => people.slice(0, 2), beings: () => [ada, null, bob] },
    Citizen: { benefit, greeting, partner: ({ id }) => (id === 'x1' ? bob : null) },
  },
  rows: { Citizen: ['x1', 'x2'] },
  away: ['benefits', 'families'],
};
