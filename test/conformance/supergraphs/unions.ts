import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const found: readonly Row[] = [
  { id: 'b1', __typename: 'Book', title: 'Een', pages: 12, about: 'w1', rating: 4 },
  { id: 'w1', __typename: 'Writer', name: 'Ada', books: ['b1', 'b2'] },
  { id: 'b2', __typename: 'Book', title: null, pages: 30, about: 'f1', rating: null },
  { id: 'f1', __typename: 'Film', minutes: 90, rating: 2 },
  { __typename: 'Note', text: 'los', id: 'n1' },
];
const one = (id: unknown): Row | null => findBy(found, 'id')({ id });

/** Unions of entities and value types, of which not every subgraph knows every member. */
export const unions: ConformanceGraph = {
  name: 'unions with members in several subgraphs',
  api: `
    type Query { search: [Found!]! top: Rated mixed: [[Found]] }
    union Found = Book | Writer | Film | Note
    union Rated = Book | Film
    type Book { id: ID! title: String pages: Int! about: Found rating: Int }
    type Writer { id: ID! name: String! books: [Book!] }
    type Film { id: ID! minutes: Int! rating: Int }
    type Note { text: String! }
  `,
  subgraphs: [
    {
      name: 'search',
      typeDefs: `
        type Query { search: [Found!]! mixed: [[Found]] }
        union Found = Book | Writer | Film | Note
        type Book @key(fields: "id") { id: ID! title: String about: Found }
        type Writer @key(fields: "id") { id: ID! }
        type Film @key(fields: "id") { id: ID! }
        type Note { text: String! }
      `,
      resolvers: {
        Query: { search: () => found, mixed: () => [[found[0], null, found[3]], null, [found[1]]] },
        Book: { __resolveReference: findBy(found, 'id'), about: ({ about }: Row) => one(about) },
      },
    },
    {
      name: 'books',
      typeDefs: `
        type Query { top: Rated }
        union Rated = Book | Film
        type Book @key(fields: "id") { id: ID! pages: Int! rating: Int }
        type Film @key(fields: "id") { id: ID! minutes: Int! rating: Int }
        type Writer @key(fields: "id") { id: ID! name: String! books: [Book!] }
      `,
      resolvers: {
        Query: { top: () => found[3] },
        Book: { __resolveReference: findBy(found, 'id') },
        Film: { __resolveReference: findBy(found, 'id') },
        Writer: {
          __resolveReference: findBy(found, 'id'),
          books: ({ books }: Row) => (books as string[]).map(one),
        },
      },
    },
  ],
  whole: {
    Query: {
      search: () => found,
      mixed: () => [[found[0], null, found[3]], null, [found[1]]],
      top: () => found[3],
    },
    Book: { about: ({ about }) => one(about) },
    Writer: { books: ({ books }) => (books as string[]).map(one) },
  },
  rows: { Book: ['b1', 'b2'], Writer: ['w1'], Film: ['f1'], Note: ['n1'] },
  away: ['books'],
};
