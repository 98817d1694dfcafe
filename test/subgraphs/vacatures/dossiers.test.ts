import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { echteKlok } from '../../../subgraphs/chassis/klok.ts';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(vacatures, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

const CIJFER = '{ waarde toestand noemer bronsoort vindplaats { document regel } }';
const PAAR = `{ gedrukt ${CIJFER} dossiers ${CIJFER} }`;

/** What the werkgeversservicepunt of a gemeente did in a quarter, for who may see these gemeenten. */
async function wsp(code: string, jaar: number, kwartaal: number, bereik: readonly string[] = [code]) {
  const { data, errors } = await subgraph.vraag({
    query: `query ($r: [_Any!]!, $jaar: Int!, $kwartaal: Int!) { _entities(representations: $r) { ... on Gemeente {
      wspKwartaal(jaar: $jaar, kwartaal: $kwartaal) {
        bedrijvenBenaderd ${PAAR} vacatures ${PAAR} plaatsingen ${PAAR} proefplaatsingen ${PAAR} } } } }`,
    variables: { r: [{ __typename: 'Gemeente', code }], jaar, kwartaal },
    groepen: { sturing: bereik },
  });
  const [gemeente] = (data?.['_entities'] ?? []) as ({ wspKwartaal: unknown } | null)[];
  return { kwartaal: gemeente?.wspKwartaal, codes: errors?.map(({ extensions }) => extensions.code) };
}

describe('the werkgeversservicepunt of Haarlemmermeer', () => {
  test('in the first quarter of 2013 did by the dossiers what lines 129 and 130 of document 000 print', async () => {
    const paar = (waarde: number, regel: number, gedrukt: string, dossiers = gedrukt) => ({
      gedrukt: {
        waarde,
        toestand: 'WAARDE',
        noemer: gedrukt,
        bronsoort: 'GEDRUKT',
        vindplaats: { document: '000', regel },
      },
      dossiers: {
        waarde,
        toestand: 'WAARDE',
        noemer: dossiers,
        bronsoort: 'SYNTHETISCH',
        vindplaats: null,
      },
    });
    expect((await wsp('GM0394', 2013, 1)).kwartaal).toEqual({
      bedrijvenBenaderd: paar(114, 129, 'bedrijven'),
      vacatures: paar(272, 129, 'vacatures'),
      plaatsingen: paar(120, 129, 'personen', 'plaatsingen'),
      proefplaatsingen: paar(47, 130, 'proefplaatsingen'),
    });
  });

  test('is absent in a quarter that is not over, before the first dossier, and for another gemeente', async () => {
    expect((await wsp('GM0394', 2013, 2)).kwartaal).toBeNull();
    expect((await wsp('GM0394', 2099, 1)).kwartaal).toBeNull();
    expect((await wsp('GM0394', 2001, 1)).kwartaal).toBeNull();
    expect((await wsp('GM0394', 2013, 1, ['GM1916'])).kwartaal).toBeNull();
  });

  test('is asked by a year of four digits and a quarter of four', async () => {
    for (const [jaar, kwartaal] of [
      [2013, 0],
      [2013, 5],
      [0, 1],
      [10_000, 1],
    ] as const)
      expect((await wsp('GM0394', jaar, kwartaal)).codes).toEqual(['INVOER_ONGELDIG']);
  });
});

describe('the arbeidsmarktregio of a gemeente', () => {
  const regio = async (van: Testsubgraph, code: string) => {
    const { data } = await van.vraag({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gemeente { arbeidsmarktregio { code naam } } } }`,
      variables: { r: [{ __typename: 'Gemeente', code }] },
      groepen: {},
    });
    return (data?.['_entities'] as { arbeidsmarktregio: unknown }[])[0]?.arbeidsmarktregio;
  };

  test('is absent before medio 2013 (line 2231 of document 001), and there from that day', async () => {
    expect(await regio(subgraph, 'GM1916')).toBeNull();
    const later = await beginSubgraph(vacatures, database, echteKlok('2013-07-01'));
    try {
      expect(await regio(later, 'GM1916')).toEqual({
        code: 'zuid-holland-centraal',
        naam: 'Zuid-Holland Centraal',
      });
      expect(await regio(later, 'GM0394')).toBeNull();
    } finally {
      await later.stop();
    }
  });

  test('is one at a time', async () => {
    expect(
      await database.sql(
        'vacatures',
        `select a.gemeente from arbeidsmarktregio_gemeente a join arbeidsmarktregio_gemeente b
         on a.gemeente = b.gemeente and a.geldig_van < b.geldig_van and (a.geldig_tot is null or b.geldig_van < a.geldig_tot)`,
      ),
    ).toEqual([]);
  });
});

test('every plaatsing of a voordracht is of the same klant and werkgever, and its voordracht has come that far', async () => {
  expect(
    await database.sql(
      'vacatures',
      `select p.id from plaatsing p join voordracht v on v.id = p.voordracht_id
       where (p.kvk, p.klant_id, p.verantwoordelijke) <> (v.kvk, v.klant_id, v.verantwoordelijke)
         or v.fase not in ('GEPLAATST', 'GEEINDIGD') or p.begin < v.datum`,
    ),
  ).toEqual([]);
});

test('no name is kept of a kandidaat whom no voordracht of that werkgever is about', async () => {
  expect(
    await database.sql(
      'vacatures',
      `select n.voordracht_id from kandidaat_naam n join voordracht v on v.id = n.voordracht_id
       where (n.kvk, n.klant_id, n.verantwoordelijke) <> (v.kvk, v.klant_id, v.verantwoordelijke)`,
    ),
  ).toEqual([]);
});
