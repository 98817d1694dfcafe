import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { financien } from '../../../subgraphs/financien/financien.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { GatewayVraag } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

const KLANT = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const ANDER = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0004';
/** Two caseloads, one of them twice, and a klant who is in one of them: each is in the list once. */
const BREED = {
  'klant.identificerend': [
    'GM1916/consulent-lv',
    'GM0629/consulent-lv',
    'klant/5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101',
  ],
  'klant.dossier': ['GM1916/consulent-lv'],
  'klant.dossier.kern': ['GM1916/consulent-lv'],
};
const STAND = { 'financien.klant.stand': ['GM0394'] };

interface Connection {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly besluitdatum?: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let database: Testdatabase;
let subgraph: Testsubgraph;
let geld: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  // Many of one day, so that the order hangs on the key as well.
  await database.sql(
    'financien',
    `insert into vordering select 'v' || n, $1, date '2012-01-01' + n / 10, 100, 100, null, 'GM0394' from generate_series(1, 60) n`,
    [KLANT],
  );
  [subgraph, geld] = await Promise.all([
    beginSubgraph(klanten, database),
    beginSubgraph(financien, database),
  ]);
});
afterAll(async () => {
  await subgraph.stop();
  await geld.stop();
  await database.weg();
});

function klantenVraag(first: number, after: string | null, anders: Partial<GatewayVraag> = {}): GatewayVraag {
  const query =
    'query ($first: Int!, $after: String) { klanten(first: $first, after: $after) { edges { cursor node { id: sleutel } } pageInfo { hasNextPage endCursor } } }';
  return { query, variables: { first, after }, groepen: BREED, ...anders };
}

function vorderingenVraag(ids: readonly string[], first: number, after: string | null): GatewayVraag {
  const query = `query ($r: [_Any!]!, $first: Int!, $after: String) { _entities(representations: $r) { ... on Klant {
    vorderingen(first: $first, after: $after) { edges { cursor node { id besluitdatum } } pageInfo { hasNextPage endCursor } } } } }`;
  return {
    query,
    variables: { r: ids.map((id) => ({ __typename: 'Klant', sleutel: id })), first, after },
    groepen: STAND,
  };
}

async function klantenBladzijde(first: number, after: string | null): Promise<Connection> {
  return (await subgraph.vraag(klantenVraag(first, after))).data?.['klanten'] as Connection;
}

async function vorderingenBladzijde(first: number, after: string | null): Promise<Connection> {
  const { data } = await geld.vraag(vorderingenVraag([KLANT], first, after));
  return (data?.['_entities'] as { vorderingen: Connection }[])[0]?.vorderingen as Connection;
}

/** Reads a list to its end, in pages of these sizes in turn. */
async function leesAlles(
  lees: (first: number, after: string | null) => Promise<Connection>,
  maten: readonly number[],
) {
  const nodes: Connection['edges'][number]['node'][] = [];
  let after: string | null = null;
  for (let beurt = 0; ; beurt += 1) {
    const { edges, pageInfo }: Connection = await lees(maten[beurt % maten.length] ?? 1, after);
    nodes.push(...edges.map(({ node }) => node));
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}

const maten = fc.array(fc.integer({ min: 3, max: 100 }), { minLength: 1, maxLength: 5 });

describe('pages of any size give every row exactly once, in order', () => {
  test('of klanten', async () => {
    const verwacht = await database.sql(
      'klanten',
      `select distinct klant_id as id from klantsleutel
       where sleutel = any ($1) and geldig_van <= '2013-04-02' and (geldig_tot is null or geldig_tot > '2013-04-02')
       order by 1`,
      [BREED['klant.identificerend']],
    );
    expect(verwacht.length).toBeGreaterThan(100);
    await fc.assert(
      fc.asyncProperty(maten, async (grootten) => {
        expect(await leesAlles(klantenBladzijde, grootten)).toEqual(verwacht);
      }),
      { numRuns: 15 },
    );
  });

  test('of the vorderingen on one klant', async () => {
    const verwacht = await database.sql(
      'financien',
      'select id, besluitdatum::text from vordering where klant_id = $1 order by besluitdatum desc, id desc',
      [KLANT],
    );
    expect(verwacht.length).toBe(62);
    await fc.assert(
      fc.asyncProperty(maten, async (grootten) => {
        expect(await leesAlles(vorderingenBladzijde, grootten)).toEqual(verwacht);
      }),
      { numRuns: 15 },
    );
  });
});

test('each klant of a batch stops at its own limit', async () => {
  const { data } = await geld.vraag(
    vorderingenVraag([ANDER, KLANT, '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6dffff'], 5, null),
  );
  const lijsten = (data?.['_entities'] as { vorderingen: Connection }[]).map(
    ({ vorderingen }) => vorderingen,
  );
  expect(lijsten.map(({ edges, pageInfo }) => [edges.length, pageInfo.hasNextPage])).toEqual([
    [3, false],
    [5, true],
    [0, false],
  ]);
});

describe('a cursor over the wire is refused', () => {
  const codes = async (vraag: GatewayVraag, van: Testsubgraph = subgraph) =>
    (await van.vraag(vraag)).errors?.map(({ extensions }) => extensions.code);

  test('when it was made up', async () => {
    expect(await codes(klantenVraag(5, 'abc'))).toEqual(['CURSOR_ONGELDIG']);
    expect(await codes(klantenVraag(5, Buffer.from('["5f0c1c9e"]').toString('base64url')))).toEqual([
      'CURSOR_ONGELDIG',
    ]);
  });

  test('of another asker, another organisation, another purpose or another scope', async () => {
    const { endCursor } = (await klantenBladzijde(5, null)).pageInfo;
    expect(await codes(klantenVraag(5, endCursor))).toBeUndefined();
    const anders: Partial<GatewayVraag>[] = [
      { sub: 'iemand-anders' },
      { organisatie: 'GM0629' },
      { verwerkingsactiviteit: 'https://register.ketengraaf.example/verwerkingen/toezicht/1' },
      { groepen: { 'klant.identificerend': ['GM0629'] } },
    ];
    for (const ander of anders)
      expect(await codes(klantenVraag(5, endCursor, ander))).toEqual(['CURSOR_ONGELDIG']);
  });

  test('of the list of another klant', async () => {
    const { endCursor } = (await vorderingenBladzijde(5, null)).pageInfo;
    expect(await codes(vorderingenVraag([ANDER], 5, endCursor), geld)).toEqual(['CURSOR_ONGELDIG']);
  });

  test('of another field', async () => {
    const { endCursor } = (await klantenBladzijde(5, null)).pageInfo;
    expect(await codes(vorderingenVraag([KLANT], 5, endCursor), geld)).toEqual(['CURSOR_ONGELDIG']);
  });
});
