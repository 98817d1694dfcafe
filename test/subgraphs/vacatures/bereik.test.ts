import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { volgStatements } from '../../setup/volg-statements.ts';
import { alsInwoner, alsWerkgever, GEMEENTE, maakVacatures, REGISSEUR } from './eigen-gegevens.ts';

const KLANTEN = ['afgeschermd', 'caseload', 'collega', 'gesloten', 'onbekend', 'verhuisd'];

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

/** What klanten, asked for by key, show: the klanten with a profiel, and the keys of all voordrachten. */
async function zie(groepen: Groepen) {
  const { data, errors } = await subgraph.vraag({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant {
      id: sleutel profiel { mobiliteit { bemiddelingspostcode } } voordrachten { edges { node { id } } } } } }`,
    variables: { r: KLANTEN.map((id) => ({ __typename: 'Klant', sleutel: id })) },
    groepen,
  });
  expect(errors).toBeUndefined();
  const klanten = data?.['_entities'] as {
    id: string;
    profiel: object | null;
    voordrachten: { edges: { node: { id: string } }[] };
  }[];
  return {
    profielen: klanten.filter(({ profiel }) => profiel !== null).map(({ id }) => id),
    voordrachten: klanten.flatMap(({ voordrachten }) => voordrachten.edges.map(({ node }) => node.id)),
  };
}

describe('the profiel and the voordrachten of a klant', () => {
  test('are there for the regisseur, with every werkgever, and not those of before a move or after the end', async () => {
    expect(await zie(REGISSEUR)).toEqual({
      profielen: ['caseload', 'verhuisd'],
      voordrachten: ['ander', 'caseload', 'verhuisd'],
    });
  });

  test('are there for the whole gemeente where that was granted, but not of whom is afgeschermd', async () => {
    expect(await zie(GEMEENTE)).toEqual({
      profielen: ['caseload', 'collega', 'verhuisd'],
      voordrachten: ['ander', 'caseload', 'collega', 'verhuisd'],
    });
  });

  test('are there for the klant himself, also when afgeschermd, closed or moved, and nobody else’s', async () => {
    expect(await zie(alsInwoner('afgeschermd'))).toEqual({
      profielen: ['afgeschermd'],
      voordrachten: ['afgeschermd'],
    });
    expect(await zie(alsInwoner('gesloten'))).toEqual({
      profielen: ['gesloten'],
      voordrachten: ['gesloten'],
    });
    expect((await zie(alsInwoner('verhuisd'))).voordrachten).toEqual(['verhuisd', 'verhuisd-oud']);
  });

  test('are there for nobody when the klant is in no row of klantbereik', async () => {
    for (const groepen of [REGISSEUR, GEMEENTE, alsInwoner('onbekend')]) {
      const { profielen, voordrachten } = await zie(groepen);
      expect([...profielen, ...voordrachten]).not.toContain('onbekend');
    }
  });

  test('are for a werkgever only as far as the voordracht is its own, and never with the profiel', async () => {
    expect(await zie(alsWerkgever('69599084'))).toEqual({ profielen: [], voordrachten: ['ander'] });
  });
});

test('a klant out of reach is answered with the same statements as one that does not exist', async () => {
  const vraag = (id: string) =>
    volgStatements(() =>
      subgraph.vraag({
        query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant {
          profiel { bemiddelingsberoep { codeBeroepsnaam } } voordrachten { edges { node { id } } } } } }`,
        variables: { r: [{ __typename: 'Klant', sleutel: id }] },
        groepen: REGISSEUR,
      }),
    );
  const [buiten, onbekend] = [await vraag('afgeschermd'), await vraag('bestaat-niet')];
  expect(buiten.uitkomst.tekst).toBe(
    '{"data":{"_entities":[{"profiel":null,"voordrachten":{"edges":[]}}]}}\n',
  );
  expect(onbekend.uitkomst.tekst).toBe(buiten.uitkomst.tekst);
  expect(buiten.statements).toEqual(onbekend.statements);
});

test('what was read of a klant is in the logboek under the gemeente of the row', async () => {
  const traceId = '5'.repeat(32);
  await subgraph.vraag({
    query:
      '{ voordracht(id: "verhuisd-oud") { fase kandidaat { werktijden { aantalWerkurenPerWeekMinimaal } } } }',
    groepen: alsWerkgever('90001354'),
    organisatie: 'KVK90001354',
    traceId,
  });
  expect(
    await database.sql(
      'vacatures',
      'select betrokkenen, verantwoordelijken, velden from logboek where trace_id = $1',
      [traceId],
    ),
  ).toEqual([
    {
      betrokkenen: ['verhuisd'],
      verantwoordelijken: ['GM0629'],
      velden: ['Kandidaat.werktijden', 'Voordracht.fase', 'Voordracht.kandidaat'],
    },
  ]);
});
