import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { verklaarStatements } from '../../setup/verklaar-statements.ts';
import { HOVENIER, KOK, maakVacatures } from './eigen-gegevens.ts';

const cv = (...gemeenten: readonly string[]): Groepen => ({
  'klant.zoekprofiel': gemeenten.map((code) => `cv/${code}`),
});

const QUERY = `query ($first: Int!, $after: String) { zoekprofielen(first: $first, after: $after) {
  edges { cursor node { id maximaleReisafstand gemeente { code } bemiddelingsberoep { codeBeroepsnaam }
    werktijden { aantalWerkurenPerWeekMinimaal aantalWerkurenPerWeekMaximaal } } }
  pageInfo { hasNextPage endCursor } } }`;

interface Pagina {
  readonly edges: readonly { readonly node: Record<string, unknown> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakVacatures();
  subgraph = await beginSubgraph(vacatures, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

async function lees(groepen: Groepen, first = 20, after: string | null = null): Promise<Pagina> {
  const { data, errors } = await subgraph.vraag({ query: QUERY, variables: { first, after }, groepen });
  expect(errors).toBeUndefined();
  return data?.['zoekprofielen'] as unknown as Pagina;
}

/** The keys of whom is read, by filter and row-level security each with a scope of its own. */
const klanten = (filter: Groepen, rijbeveiliging: Groepen): Promise<readonly string[]> =>
  metLoaders(vacatures, database, { filter, rijbeveiliging }, async ({ leesZoekprofielen }) =>
    (await leesZoekprofielen(20)).map(({ klantId }) => klantId),
  );

describe('a werkgever to whom nobody was presented', () => {
  test('sees what work is sought in a gemeente that lets him, and no more of where somebody lives than that gemeente', async () => {
    const { edges } = await lees(cv('GM1916'));
    const profielen = edges.map(({ node: { id, ...rest } }) => {
      expect(id).toEqual(expect.any(String));
      return rest;
    });
    expect(profielen).toHaveLength(3);
    for (const profiel of profielen)
      expect(profiel).toEqual({
        maximaleReisafstand: 15,
        gemeente: { code: 'GM1916' },
        bemiddelingsberoep: [{ codeBeroepsnaam: HOVENIER }, { codeBeroepsnaam: KOK }],
        werktijden: { aantalWerkurenPerWeekMinimaal: 24, aantalWerkurenPerWeekMaximaal: 36 },
      });
  });

  test('sees nobody who is afgeschermd, moved away, closed, or unknown to the gemeente', async () => {
    expect(await klanten(cv('GM1916'), cv('GM1916'))).toEqual(['caseload', 'collega', 'verhuisd']);
    expect(await klanten(cv('GM0629'), cv('GM0629'))).toEqual([]);
  });

  test('sees nobody of a gemeente that does not let him, and nobody when none does', async () => {
    for (const groepen of [cv('GM0629', 'GM0394'), { 'klant.zoekprofiel': [] }])
      expect(await lees(groepen)).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  test('is not given a row by a sleutel of another kind', async () => {
    const ander = {
      'klant.zoekprofiel': ['GM1916', 'GM1916/consulent-lv', 'kvk/90001354', 'klant/caseload'],
    };
    expect(await klanten(ander, ander)).toEqual([]);
  });

  test('reads every page once, in pages of one', async () => {
    const heel = (await lees(cv('GM1916'))).edges.map(({ node }) => node['id']);
    const delen: unknown[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: Pagina = await lees(cv('GM1916'), 1, after);
      delen.push(...edges.map(({ node }) => node['id']));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(delen).toEqual(heel);
  });

  test('does not come to the whole profiel by it', async () => {
    const { data, errors } = await subgraph.vraag({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { profiel { mobiliteit { bemiddelingspostcode } } } } }`,
      variables: { r: [{ __typename: 'Klant', sleutel: 'caseload' }] },
      groepen: { ...cv('GM1916'), 'klant.profiel': ['kvk/90001354'] },
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ profiel: null }] });
  });
});

describe('filter and row-level security each keep them in alone', () => {
  test('the filter, with row-level security off', async () => {
    const zet = (stand: string) =>
      database.sql(
        'vacatures',
        ['klantsleutel', 'profiel', 'profiel_beroep']
          .map((tabel) => `alter table ${tabel} ${stand} row level security`)
          .join(';'),
      );
    await zet('disable');
    try {
      expect(await klanten(cv('GM0629'), cv('GM1916'))).toEqual([]);
      expect(await klanten(cv('GM1916'), cv())).toEqual(['caseload', 'collega', 'verhuisd']);
    } finally {
      await zet('enable');
    }
  });

  test('row-level security, with a filter that is open', async () => {
    expect(await klanten(cv('GM1916'), cv('GM0629'))).toEqual([]);
    expect(await klanten(cv('GM1916'), { 'klant.contact': ['cv/GM1916'] })).toEqual([]);
  });
});

test('a page of four of 10.000 klanten costs a page, wherever it begins', async () => {
  await database.sql(
    'vacatures',
    `insert into klantbereik (klant_id, verantwoordelijke, medewerker, afgeschermd, geldig_van)
       select 'k' || n, 'GM0626', 'een', false, date '2012-01-01' from generate_series(1, 10000) n;
     insert into profiel select 'k' || n, '2264AB', 10, 8, 40, 'GM0626' from generate_series(1, 10000) n;
     insert into profiel_beroep select 'k' || n, '${HOVENIER}', 'GM0626' from generate_series(1, 10000) n;`,
  );
  await database.sql('vacatures', 'vacuum analyze');
  const gemeenten = cv('GM0626', 'GM0629', 'GM1916');
  const meet = (first: number, after: string | null = null) =>
    verklaarStatements(database.lezer('vacatures'), 'vacatures', () => lees(gemeenten, first, after));
  const { endCursor } = (await lees(gemeenten, 100)).pageInfo;
  for (const plannen of [await meet(4), await meet(4, endCursor)]) {
    expect(plannen.reduce((som, { rijen }) => som + rijen, 0)).toBeLessThan(200);
    expect(plannen.flatMap(({ doorlopen }) => doorlopen)).not.toContain('profiel');
    expect(plannen.flatMap(({ doorlopen }) => doorlopen)).not.toContain('klantsleutel');
  }
}, 60_000);
