import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { alsWerkgever, HOVENIER, maakVacatures, REGISSEUR } from './eigen-gegevens.ts';

/** A list: the entity it hangs on, its field, what is asked for, and its rows in order. */
interface Lijst {
  readonly van: Readonly<Record<string, string>>;
  readonly veld: string;
  readonly groepen: Groepen;
  readonly volgorde: string;
}

const WERKGEVER = { __typename: 'Werkgever', kvk: '90001354' };

const LIJSTEN: readonly Lijst[] = [
  {
    van: WERKGEVER,
    veld: 'vacatures',
    groepen: alsWerkgever('90001354'),
    volgorde: `select id from vacature where kvk = '90001354' order by geopend_op desc, id desc`,
  },
  {
    van: WERKGEVER,
    veld: 'plaatsingen',
    groepen: alsWerkgever('90001354'),
    volgorde: `select id from plaatsing where kvk = '90001354' order by begin desc, id desc`,
  },
  {
    van: { __typename: 'Vacature', id: 'hovenier' },
    veld: 'voordrachten',
    groepen: alsWerkgever('90001354'),
    volgorde: `select id from voordracht where vacature_id = 'hovenier' order by datum desc, id desc`,
  },
  {
    van: { __typename: 'Klant', sleutel: 'caseload' },
    veld: 'voordrachten',
    groepen: REGISSEUR,
    volgorde: `select id from voordracht where klant_id = 'caseload' order by datum desc, id desc`,
  },
];

interface Bladzijde {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakVacatures();
  // Many of one day, so that the order hangs on the key as well.
  await database.sql(
    'vacatures',
    `insert into vacature (id, kvk, nummer, naam, beroep_code, uren_min, uren_max, aantal_plaatsen, status, geopend_op, gemeente)
       select 'x' || n, '90001354', 'V', 'vacature', '${HOVENIER}', 8, 40, 5, 'OPEN', date '2013-01-10' + n / 9, 'GM1916'
       from generate_series(1, 40) n;
     insert into voordracht (id, kvk, vacature_id, klant_id, fase, datum, fase_sinds, verantwoordelijke)
       select 'd' || n, '90001354', 'hovenier', 'caseload', 'VOORGEDRAGEN', date '2013-03-01' + n / 9, date '2013-03-20', 'GM1916'
       from generate_series(1, 40) n;
     insert into plaatsing (id, kvk, klant_id, soort, begin, uren, naam, verantwoordelijke)
       select 'p' || n, '90001354', 'caseload', 'REGULIER', date '2013-01-10' + n / 9, 32, 'naam', 'GM1916'
       from generate_series(1, 40) n;`,
  );
  subgraph = await beginSubgraph(vacatures, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

async function lees({ van, veld, groepen }: Lijst, first: number, after: string | null) {
  const { data, errors } = await subgraph.vraag({
    query: `query ($r: [_Any!]!, $first: Int!, $after: String) { _entities(representations: $r) { ... on ${van['__typename']} {
      ${veld}(first: $first, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } } }`,
    variables: { r: [van], first, after },
    groepen,
  });
  const [rij] = (data?.['_entities'] ?? []) as (Record<string, Bladzijde> | null)[];
  return { bladzijde: rij?.[veld], codes: errors?.map(({ extensions }) => extensions.code) };
}

describe.each(LIJSTEN.map((lijst) => [`${lijst.van['__typename']}.${lijst.veld}`, lijst] as const))(
  '%s',
  (_naam, lijst) => {
    test('gives every row exactly once, the newest first, in pages of any size', async () => {
      const verwacht = (await database.sql('vacatures', lijst.volgorde)).map(({ id }) => id);
      expect(verwacht.length).toBeGreaterThan(40);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 4, max: 100 }), { minLength: 1, maxLength: 4 }),
          async (maten) => {
            const gelezen: string[] = [];
            let after: string | null = null;
            for (let beurt = 0; ; beurt += 1) {
              const { bladzijde } = await lees(lijst, maten[beurt % maten.length] ?? 1, after);
              gelezen.push(...(bladzijde?.edges.map(({ node }) => node.id) ?? []));
              expect(bladzijde?.pageInfo.endCursor).toBe(bladzijde?.edges.at(-1)?.cursor);
              if (!bladzijde?.pageInfo.hasNextPage) break;
              after = bladzijde.pageInfo.endCursor;
            }
            expect(gelezen).toEqual(verwacht);
          },
        ),
        { numRuns: 8 },
      );
    });

    test('refuses a page of no row or more than 100, and a cursor of every other list', async () => {
      for (const first of [0, 101]) {
        expect((await lees(lijst, first, null)).codes).toEqual(['INVOER_ONGELDIG']);
      }
      for (const ander of LIJSTEN) {
        const cursor = (await lees(ander, 1, null)).bladzijde?.pageInfo.endCursor ?? 'none';
        expect((await lees(lijst, 1, cursor)).codes).toEqual(
          ander === lijst ? undefined : ['CURSOR_ONGELDIG'],
        );
      }
    });
  },
);
