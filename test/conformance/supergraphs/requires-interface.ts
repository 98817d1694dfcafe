import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const medium = { b: { __typename: 'Book', pages: 300 }, f: { __typename: 'Film', minutes: 90 } };
const loans: readonly Row[] = [
  { id: 'l1', medium: medium.b, others: [medium.f, medium.b] },
  { id: 'l2', medium: medium.f, others: [] },
  { id: 'l3', medium: null, others: [medium.f] },
];
const size = (row: unknown): number =>
  Number((row as Row)['pages'] ?? 0) + Number((row as Row)['minutes'] ?? 0);
const days = ({ medium, others }: Row): number =>
  (medium === null ? 1 : size(medium)) + (others as Row[]).reduce((sum, each) => sum + size(each), 0);

/** What is required depends on the runtime type of an interface and of the members of a union. */
export const requiresInterface: ConformanceGraph = {
  name: '@requires across an interface and a union',
  api: `
    type Query { loans: [Loan!]! }
    type Loan { id: ID! medium: Medium others: [Other!] days: Int }
    interface Medium { title: String }
    type Book implements Medium { title: String pages: Int! }
    type Film implements Medium { title: String minutes: Int! }
    union Other = Book | Film
  `,
  subgraphs: [
    {
      name: 'library',
      typeDefs: `
        type Query { loans: [Loan!]! }
        type Loan @key(fields: "id") { id: ID! medium: Medium others: [Other!] }
        interface Medium { title: String }
        type Book implements Medium { title: String pages: Int! }
        type Film implements Medium { title: String minutes: Int! }
        union Other = Book | Film
      `,
      resolvers: {
        Query: { loans: () => loans },
        Loan: { __resolveReference: findBy(loans, 'id') },
        Book: { title: ({ pages }: Row) => `Boek van ${String(pages)}` },
        Film: { title: ({ minutes }: Row) => `Film van ${String(minutes)}` },
      },
    },
    {
      name: 'terms',
      typeDefs: `
        type Loan @key(fields: "id") {
          id: ID! medium: Medium @external others: [Other!] @external
          days: Int @requires(fields: "medium { __typename ... on Book { pages } ... on Film { minutes } } others { ... on Book { pages } ... on Film { minutes } }")
        }
        interface Medium { title: String }
        type Book implements Medium { title: String @external pages: Int! @external }
        type Film implements Medium { title: String @external minutes: Int! @external }
        union Other = Book | Film
      `,
      resolvers: { Loan: { days } },
    },
  ],
  whole: {
    Query: { loans: () => loans },
    Loan: { days },
    Book: { title: ({ pages }) => `Boek van ${String(pages)}` },
    Film: { title: ({ minutes }) => `Film van ${String(minutes)}` },
  },
  rows: { Loan: ['l1', 'l2', 'l3'] },
  away: ['terms'],
};
