import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy, findByArgument } from './rows.ts';

const employers: readonly Row[] = [
  { id: 'e1', kvk: '111', rsin: '91', name: 'Bakker', vacancies: 2, paidOn: 'maandag' },
  { id: 'e2', kvk: '222', rsin: '92', name: 'Slager', vacancies: 0, paidOn: null },
  { id: 'e3', kvk: '333', rsin: null, name: null, vacancies: null, paidOn: 'vrijdag' },
];

/** Each subgraph knows an entity by another key, so that the way between two of them leads through a third. */
export const severalKeys: ConformanceGraph = {
  name: 'several keys, and a way from one to the other',
  api: `
    type Query { employers: [Employer!]! vacant: [Employer!] taxpayer(rsin: ID!): Employer }
    type Employer { id: ID! kvk: ID! rsin: ID name: String vacancies: Int paidOn: String }
  `,
  subgraphs: [
    {
      name: 'register',
      typeDefs: `
        type Query { employers: [Employer!]! }
        type Employer @key(fields: "id") @key(fields: "kvk") @key(fields: "rsin") { id: ID! kvk: ID! rsin: ID name: String }
      `,
      resolvers: {
        Query: { employers: () => employers },
        Employer: {
          __resolveReference: (key: Row) =>
            ['id', 'kvk', 'rsin'].flatMap((name) =>
              name in key ? (findBy(employers, name)(key) ?? []) : [],
            )[0] ?? null,
        },
      },
    },
    {
      name: 'jobs',
      typeDefs: `
        type Query { vacant: [Employer!] }
        type Employer @key(fields: "kvk") { kvk: ID! vacancies: Int }
      `,
      resolvers: {
        Query: { vacant: () => employers.slice(0, 2) },
        Employer: { __resolveReference: findBy(employers, 'kvk') },
      },
    },
    {
      name: 'tax',
      typeDefs: `
        type Query { taxpayer(rsin: ID!): Employer }
        type Employer @key(fields: "id") { id: ID! paidOn: String }
      `,
      resolvers: {
        Query: { taxpayer: findByArgument(employers, 'rsin') },
        Employer: { __resolveReference: findBy(employers, 'id') },
      },
    },
  ],
  whole: {
    Query: {
      employers: () => employers,
      vacant: () => employers.slice(0, 2),
      taxpayer: findByArgument(employers, 'rsin'),
    },
  },
  values: { 'Query.taxpayer.rsin': ['91', '92', 'none'] },
  rows: { Employer: ['e1', 'e2', 'e3'] },
  away: ['jobs', 'tax'],
};
