import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const teams: readonly Row[] = [
  { id: 't1', lead: 'm1', members: ['m1', 'm2'], maybe: ['m1', null, 'm3'] },
  { id: 't2', lead: 'm3', members: [], maybe: null },
  { id: 't3', lead: 'm9', members: ['m2'], maybe: ['m9'] },
];
const members: readonly Row[] = [
  { id: 'm1', name: 'Ada', badge: { code: 'A', colour: null }, team: 't1' },
  { id: 'm2', name: 'Bob', badge: null, team: 't1' },
  { id: 'm3', name: null, badge: { code: 'C', colour: 'rood' }, team: 't2' },
];
const key = (id: unknown): Row | null => (id === null ? null : { id });
const keys = (ids: unknown): unknown => (Array.isArray(ids) ? ids.map(key) : null);
const member = (id: unknown): Row | null => (id === null ? null : (findBy(members, 'id')({ id }) ?? { id }));
const list = (ids: unknown): unknown => (Array.isArray(ids) ? ids.map(member) : null);
/** A member that nobody knows is a key without the rest, and what of the rest may not be null fails. */
const unknown =
  (field: string) =>
  (row: Row): unknown =>
    row[field] ?? null;

/** Nulls in the middle: entities that nobody knows, and fields that may not be null on either side of a border. */
export const nulls: ConformanceGraph = {
  name: 'nulls in the middle, over borders of subgraphs',
  api: `
    type Query { teams: [Team!] team: Team! loose: [Member] }
    type Team { id: ID! lead: Member! members: [Member!]! maybe: [Member] }
    type Member { id: ID! name: String! badge: Badge team: Team }
    type Badge { code: String! colour: String! }
  `,
  subgraphs: [
    {
      name: 'teams',
      typeDefs: `
        type Query { teams: [Team!] team: Team! }
        type Team @key(fields: "id") { id: ID! lead: Member! members: [Member!]! maybe: [Member] }
        type Member @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: { teams: () => teams, team: () => teams[1] },
        Team: {
          __resolveReference: findBy(teams, 'id'),
          lead: ({ lead }: Row) => key(lead),
          members: ({ members }: Row) => keys(members),
          maybe: ({ maybe }: Row) => keys(maybe),
        },
      },
    },
    {
      name: 'members',
      typeDefs: `
        type Query { loose: [Member] }
        type Team @key(fields: "id") { id: ID! }
        type Member @key(fields: "id") { id: ID! name: String! badge: Badge team: Team }
        type Badge { code: String! colour: String! }
      `,
      resolvers: {
        Query: { loose: () => [members[2], null, members[0]] },
        Member: {
          __resolveReference: findBy(members, 'id'),
          team: ({ team }: Row) => key(team),
        },
      },
    },
  ],
  whole: {
    Query: { teams: () => teams, team: () => teams[1], loose: () => [members[2], null, members[0]] },
    Team: {
      lead: ({ lead }) => member(lead),
      members: ({ members }) => list(members),
      maybe: ({ maybe }) => list(maybe),
    },
    Member: {
      name: unknown('name'),
      badge: unknown('badge'),
      team: ({ team }) => (team === undefined ? null : findBy(teams, 'id')({ id: team })),
    },
  },
  rows: { Team: ['t1', 't2', 't3'], Member: ['m1', 'm2', 'm3'] },
  away: ['members'],
};
