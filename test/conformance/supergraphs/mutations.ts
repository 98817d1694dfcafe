import type { GraphContext, Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const accounts: readonly Row[] = [
  { id: 'a1', holder: 'Ada', limit: 5 },
  { id: 'a2', holder: null, limit: null },
];
/** Writes down what happened, and gives all that happened until then. */
const note =
  (what: string) =>
  (_: unknown, args: Row, { notes }: GraphContext): Row => {
    notes.push(`${what}(${String(args['text'] ?? '')})`);
    return {
      id: 'r',
      log: notes.join(' '),
      account: findBy(accounts, 'id')({ id: args['account'] ?? 'a1' }),
    };
  };
const deposit = note('deposit');
const audit = note('audit');
const notes = (_: unknown, __: unknown, context: GraphContext): string => context.notes.join(' ');

/** Mutations of two subgraphs run one after the other, each with all that it reaches, in the order of the document. */
export const mutations: ConformanceGraph = {
  name: 'mutations of several subgraphs in order',
  api: `
    type Query { accounts: [Account!]! }
    type Mutation { deposit(account: ID!, text: String): Receipt audit(text: String!): Receipt! close(account: ID!): Boolean }
    type Receipt { log: String! account: Account }
    type Account { id: ID! holder: String limit: Int notes: String }
  `,
  subgraphs: [
    {
      name: 'bank',
      typeDefs: `
        type Query { accounts: [Account!]! }
        type Mutation { deposit(account: ID!, text: String): Receipt close(account: ID!): Boolean }
        type Receipt @shareable { log: String! account: Account }
        type Account @key(fields: "id") { id: ID! holder: String }
      `,
      resolvers: {
        Query: { accounts: () => accounts },
        Mutation: {
          deposit,
          close: (...all: Parameters<typeof deposit>) => note('close')(...all) !== null,
        },
        Account: { __resolveReference: findBy(accounts, 'id') },
      },
    },
    {
      name: 'audit',
      typeDefs: `
        type Mutation { audit(text: String!): Receipt! }
        type Receipt @shareable { log: String! account: Account }
        type Account @key(fields: "id") { id: ID! limit: Int notes: String }
      `,
      resolvers: {
        Mutation: { audit },
        Account: { __resolveReference: findBy(accounts, 'id'), notes },
      },
    },
  ],
  whole: {
    Query: { accounts: () => accounts },
    Mutation: {
      deposit,
      audit,
      close: (...all: Parameters<typeof deposit>) => note('close')(...all) !== null,
    },
    Account: { notes },
  },
  values: {
    'Mutation.deposit.account': ['a1', 'a2', 'none'],
    'Mutation.close.account': ['a2'],
  },
  rows: { Account: ['a1', 'a2'] },
  away: [],
};
