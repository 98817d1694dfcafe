import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const media: readonly Row[] = [
  {
    id: 'm1',
    __typename: 'Book',
    title: 'Een',
    pages: 12,
    reviews: [{ stars: 5 }, { stars: null }],
    score: 10,
  },
  { id: 'm2', __typename: 'Film', title: 'Twee', minutes: 90, reviews: [], score: null },
  { id: 'm3', __typename: 'Book', title: null, pages: 7, reviews: [{ stars: 1 }], score: 3 },
];
const keys = media.map(({ id }) => ({ id }));
const verdict = ({ title }: Row): string => `Over ${String(title ?? 'iets')}`;

/** One subgraph knows an interface as if it were an object, and adds fields to all that implement it. */
export const interfaceObject: ConformanceGraph = {
  name: '@interfaceObject, with and without @requires',
  api: `
    type Query { media: [Media!]! reviewed: [Media!]! best: Media }
    interface Media { id: ID! title: String reviews: [Review!]! score: Int verdict: String }
    type Book implements Media { id: ID! title: String reviews: [Review!]! score: Int verdict: String pages: Int! }
    type Film implements Media { id: ID! title: String reviews: [Review!]! score: Int verdict: String minutes: Int! }
    type Review { stars: Int }
  `,
  subgraphs: [
    {
      name: 'media',
      typeDefs: `
        type Query { media: [Media!]! }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int! }
        type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int! }
      `,
      resolvers: {
        Query: { media: () => media },
        Media: { __resolveReference: findBy(media, 'id') },
        Book: { __resolveReference: findBy(media, 'id') },
        Film: { __resolveReference: findBy(media, 'id') },
      },
    },
    {
      name: 'reviews',
      typeDefs: `
        type Query { reviewed: [Media!]! best: Media }
        type Media @key(fields: "id") @interfaceObject {
          id: ID! reviews: [Review!]! score: Int
        }
        type Review { stars: Int }
      `,
      resolvers: {
        Query: { reviewed: () => keys, best: () => keys[2] },
        Media: {
          reviews: ({ id }: Row) => findBy(media, 'id')({ id })?.['reviews'],
          score: ({ id }: Row) => findBy(media, 'id')({ id })?.['score'],
        },
      },
    },
    {
      name: 'verdicts',
      typeDefs: `
        type Media @key(fields: "id") @interfaceObject {
          id: ID! title: String @external verdict: String @requires(fields: "title")
        }
      `,
      resolvers: { Media: { verdict } },
    },
  ],
  whole: {
    Query: { media: () => media, reviewed: () => media, best: () => media[2] },
    Book: { verdict },
    Film: { verdict },
  },
  rows: { Book: ['m1', 'm3'], Film: ['m2'] },
  away: ['verdicts'],
};
