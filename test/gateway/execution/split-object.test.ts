import { describe, expect, it } from 'vitest';
import type { PlannerName } from '../../../gateway/planning/choose-planner.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { graphInProcess, type TestSubgraph } from '../graph-in-process.ts';

const badge = { code: 'A', hint: 'Let op', pins: [{ name: 'Een', year: 1 }] };
const subgraphs: readonly TestSubgraph[] = [
  {
    name: 'teams',
    typeDefs: `type Query { team: Team } type Team { lead: Member } type Member @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { team: () => ({ lead: { id: 'm1' } }) } },
  },
  {
    name: 'members',
    typeDefs: `
      type Member @key(fields: "id") { id: ID! badge: Badge }
      type Badge { code: String! hint: String pins: [Pin] }
      type Pin { name: String year: Int! }
    `,
    resolvers: { Member: { badge: () => badge } },
  },
];

/** One object, asked in two calls: the second depends on a variable. */
const QUERY =
  'query Q($a: Boolean!) { team { lead { badge { code pins { name } } } lead @skip(if: $a) { badge { hint pins { year } } } } }';

describe.each<PlannerName>(['hive', 'apollo'])(
  'an object that two calls bring, in plans of %s,',
  (planner) => {
    it.each(['hint', 'code'])(
      'tells what the one that failed did not bring: the one with %s',
      async (asked) => {
        const { ask, calls } = await graphInProcess(subgraphs, planner);
        const result = await ask(QUERY, { a: false }, ({ subgraph, query }) => {
          if (subgraph === 'members' && query.includes(asked)) throw new KetenFout('BRON_MISLUKT');
          return undefined;
        });
        const queries = calls.filter(({ subgraph }) => subgraph === 'members').map(({ query }) => query);
        if (queries.some((query) => query.includes('hint') && query.includes('code'))) {
          expect(result.data).toEqual({ team: { lead: { badge: null } } });
        } else if (asked === 'hint') {
          expect(result.data).toEqual({
            team: { lead: { badge: { code: 'A', pins: [null], hint: null } } },
          });
        } else {
          expect(result.data).toEqual({ team: { lead: { badge: null } } });
        }
        expect(result.errors?.length).toBeGreaterThan(0);
        for (const { extensions } of result.errors ?? []) {
          expect(extensions).toEqual({ code: 'BRON_MISLUKT', bron: 'members' });
        }
      },
    );
  },
);
