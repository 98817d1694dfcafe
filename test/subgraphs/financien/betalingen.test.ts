import { afterAll, beforeAll, expect, test } from 'vitest';
import { financien } from '../../../subgraphs/financien/financien.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { volgStatements } from '../../setup/volg-statements.ts';

const SUBSIDIE = 'a3d1f85b-40e7-4c96-91bc-f7285de40001';
const ONBEKEND = 'a3d1f85b-40e7-4c96-91bc-f7285de4ffff';
const EIGEN = ['kvk/69599084'];

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(financien, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

interface Bladzijde {
  readonly edges: readonly { readonly node: { readonly van: string; readonly bedrag: number } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function betalingen(
  id: string,
  sleutels: readonly string[],
  bladzijde: { readonly first: number; readonly after?: string | null } = { first: 20 },
): Promise<Bladzijde> {
  const { data } = await subgraph.vraag({
    query: `query ($r: [_Any!]!, $first: Int!, $after: String) { _entities(representations: $r) {
      ... on Loonkostensubsidie { betalingen(first: $first, after: $after) {
        edges { node { van totEnMet bedrag betaaldOp } } pageInfo { hasNextPage endCursor } } } } }`,
    variables: { r: [{ __typename: 'Loonkostensubsidie', id }], ...bladzijde },
    groepen: { 'werkgever.subsidie': sleutels },
  });
  const [entiteit] = data?.['_entities'] as { readonly betalingen: Bladzijde }[];
  if (entiteit === undefined) throw new Error('no entity in the answer');
  return entiteit.betalingen;
}

test('the payments of a subsidie come the newest first, in whole cents', async () => {
  const { edges } = await betalingen(SUBSIDIE, EIGEN);
  expect(edges.map(({ node }) => [node.van, node.bedrag])).toEqual([
    ['2013-03-01', 55_103],
    ['2013-02-01', 55_103],
    ['2013-01-01', 55_103],
    ['2012-12-01', 54_608],
    ['2012-11-01', 54_608],
  ]);
});

test('pages join without a gap and without a repeat', async () => {
  const heel = await betalingen(SUBSIDIE, EIGEN);
  const dagen: string[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo }: Bladzijde = await betalingen(SUBSIDIE, EIGEN, { first: 2, after });
    dagen.push(...edges.map(({ node }) => node.van));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(dagen).toEqual(heel.edges.map(({ node }) => node.van));
});

test('those of another werkgever are absent, as those of a subsidie that does not exist, by the same statements', async () => {
  const vreemd = await volgStatements(() => betalingen(SUBSIDIE, ['kvk/90001354']));
  const onbekend = await volgStatements(() => betalingen(ONBEKEND, EIGEN));
  expect(vreemd.uitkomst).toEqual(onbekend.uitkomst);
  expect(vreemd.uitkomst.edges).toEqual([]);
  expect(vreemd.statements).toEqual(onbekend.statements);
});
