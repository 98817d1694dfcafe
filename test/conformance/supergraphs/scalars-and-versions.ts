import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const files: readonly Row[] = [
  {
    id: 'f1',
    made: '2013-04-02',
    meta: { deep: [1, { a: null }], text: 'x' },
    bytes: '9007199254740993',
    seen: 3,
  },
  { id: 'f2', made: null, meta: [true, 'y', 1.5], bytes: null, seen: null },
  { id: 'f3', made: '1970-01-01', meta: 'kaal', bytes: '1', seen: 0 },
];
const echo = (_: unknown, { value }: Row): unknown => value ?? null;
const echoDay = (_: unknown, { days }: Row): unknown => days;
const link = (version: string, rest: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}"${rest})`;

/** Scalars of one's own in answers, keys and arguments; a version of the specification and names of directives for each. */
export const scalarsAndVersions: ConformanceGraph = {
  name: 'custom scalars, versions 2.0 to 2.9, renamed imports, @tag and @composeDirective',
  api: `
    type Query { files: [File!]! echo(value: JSON): JSON days(days: [Day!]!): [Day] }
    type File { id: ID! made: Day meta: JSON bytes: Big seen: Int printed: Boolean! shelf: String word: Int }
    scalar Day
    scalar JSON
    scalar Big
  `,
  subgraphs: [
    {
      name: 'files',
      typeDefs: `
        ${link('2.0', ', import: ["@key", "@tag"]')}
        type Query { files: [File!]! @tag(name: "public") }
        type File @key(fields: "id") { id: ID! made: Day meta: JSON @tag(name: "free") }
        scalar Day
        scalar JSON
      `,
      resolvers: {
        Query: { files: () => files },
        File: { __resolveReference: findBy(files, 'id') },
      },
    },
    {
      name: 'sizes',
      typeDefs: `
        ${link('2.3', ', import: [{ name: "@key", as: "@primary" }, "@tag"]')}
        type Query { echo(value: JSON): JSON }
        type File @primary(fields: "id") @tag(name: "x") { id: ID! bytes: Big seen: Int }
        scalar JSON
        scalar Big
      `,
      resolvers: { Query: { echo }, File: { __resolveReference: findBy(files, 'id') } },
    },
    {
      name: 'print',
      typeDefs: `
        ${link('2.9', '')}
        type Query { days(days: [Day!]!): [Day] }
        type File @federation__key(fields: "id") { id: ID! made: Day @federation__external printed: Boolean! @federation__requires(fields: "made") }
        scalar Day
      `,
      resolvers: {
        Query: { days: echoDay },
        File: { printed: ({ made }: Row) => made !== null },
      },
    },
    {
      name: 'shelves',
      typeDefs: `
        ${link('2.1', ', import: ["@key", "@composeDirective"]')}
        @link(url: "https://example.org/owner/v1.0", import: ["@owner"])
        @composeDirective(name: "@owner")
        directive @owner(name: String) on FIELD_DEFINITION
        type File @key(fields: "id") { id: ID! shelf: String @owner(name: "archief") word: Int }
      `,
      resolvers: {
        File: {
          shelf: ({ id }: Row) => `plank ${String(id)}`,
          word: ({ id }: Row) => (id === 'f2' ? null : 16),
        },
      },
    },
  ],
  whole: {
    Query: { files: () => files, echo, days: echoDay },
    File: {
      printed: ({ made }) => made !== null,
      shelf: ({ id }) => `plank ${String(id)}`,
      word: ({ id }) => (id === 'f2' ? null : 16),
    },
  },
  values: {
    'Query.echo.value': ['tekst', 4, true, null],
    'Query.days.days': [['2013-04-02'], []],
  },
  rows: { File: ['f1', 'f2', 'f3'] },
  away: ['sizes', 'shelves'],
};
