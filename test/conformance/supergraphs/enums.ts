import type { Row } from '../graph-context.ts';
import type { ConformanceGraph } from '../conformance-graph.ts';
import { findBy } from './rows.ts';

const cases: readonly Row[] = [
  { id: 'c1', status: 'OPEN', phase: 'INTAKE', colour: 'RED', history: ['OPEN', 'CLOSED'] },
  { id: 'c2', status: 'CLOSED', phase: 'DONE', colour: 'SECRET', history: ['OPEN', 'SECRET', null] },
  { id: 'c3', status: null, phase: 'LATE', colour: null, history: [] },
];
const byColour = (_: unknown, { colour }: Row): readonly Row[] =>
  cases.filter((each) => each['colour'] === (colour ?? 'RED'));
const describe = (_: unknown, { order }: Row): string => JSON.stringify(order ?? null);

/**
 * An enum of answers has the values of all subgraphs, an enum of arguments those that all have, an input object the
 * fields that all have; values and fields that clients cannot see are not there.
 */
export const enums: ConformanceGraph = {
  name: 'enums by union and intersection, input objects',
  api: `
    type Query {
      cases: [Case!]! byColour(colour: Colour): [Case!]!
      count(order: Order): String describe(order: Order! = { by: [PHASE] }): String
    }
    type Case { id: ID! status: Status phase: Phase colour: Colour history: [Status] }
    enum Status { OPEN CLOSED }
    enum Phase { INTAKE DONE LATE }
    enum Colour { RED BLUE }
    enum Sort { STATUS PHASE }
    input Order { by: [Sort!]! reverse: Boolean = false }
  `,
  subgraphs: [
    {
      name: 'cases',
      typeDefs: `
        type Query { cases: [Case!]! byColour(colour: Colour): [Case!]! count(order: Order): String }
        type Case @key(fields: "id") { id: ID! status: Status history: [Status] phase: Phase @shareable colour: Colour }
        enum Status { OPEN CLOSED SECRET @inaccessible }
        enum Phase { INTAKE DONE LATE }
        enum Colour { RED BLUE SECRET @inaccessible }
        enum Sort { STATUS PHASE COLOUR }
        input Order { by: [Sort!]! reverse: Boolean = false limit: Int }
      `,
      resolvers: {
        Query: { cases: () => cases, byColour, count: describe },
        Case: { __resolveReference: findBy(cases, 'id') },
      },
    },
    {
      name: 'phases',
      typeDefs: `
        type Query { describe(order: Order! = { by: [PHASE] }): String }
        type Case @key(fields: "id") { id: ID! phase: Phase @shareable }
        enum Phase { INTAKE DONE LATE }
        enum Sort { STATUS PHASE }
        input Order { by: [Sort!]! reverse: Boolean = false }
      `,
      resolvers: { Query: { describe }, Case: { __resolveReference: findBy(cases, 'id') } },
    },
  ],
  whole: { Query: { cases: () => cases, byColour, count: describe, describe } },
  rows: { Case: ['c1', 'c2', 'c3'] },
  away: [],
};
