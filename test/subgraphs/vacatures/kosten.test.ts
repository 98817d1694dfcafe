import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { GatewayVraag } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { rijenIn, verklaarStatements } from '../../setup/verklaar-statements.ts';
import { alsWerkgever, HOVENIER, maakVacatures, REGISSEUR } from './eigen-gegevens.ts';

const PERSONEN = new Set([
  'klantsleutel',
  'klantbereik',
  'profiel',
  'profiel_beroep',
  'voordracht',
  'kandidaat_naam',
  'plaatsing',
]);

/** A page of everything a werkgever has, as it asks first. */
const WERKGEVER: GatewayVraag = {
  query: `{ mijnWerkgever { kvk vestigingen { plaats }
    vacatures(first: 4) { edges { node { id resterendePlaatsen beroep { omschrijvingBeroepsnaam }
      voordrachten(first: 4) { edges { node { id kandidaat { naam bemiddelingsberoep { codeBeroepsnaam }
        werktijden { aantalWerkurenPerWeekMinimaal } } } } pageInfo { hasNextPage } } } } pageInfo { hasNextPage } }
    plaatsingen(first: 4) { edges { node { id naam } } pageInfo { hasNextPage } } } }`,
  groepen: alsWerkgever('90001354'),
};

/** What a page of klanten of a caseload shows of them here. */
const REGIE: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant {
    profiel { bemiddelingsberoep { omschrijvingBeroepsnaam } }
    voordrachten(first: 2) { edges { node { id beroep { omschrijvingBeroepsnaam } } } } } } }`,
  variables: { r: [1, 2, 3, 4].map((n) => ({ __typename: 'Klant', sleutel: `k${n}` })) },
  groepen: REGISSEUR,
};

/** One quarter of a gemeente. */
const STURING: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gemeente { wspKwartaal(jaar: 2012, kwartaal: 3) {
    plaatsingen { dossiers { waarde } } vacatures { dossiers { waarde } } } } } }`,
  variables: { r: [{ __typename: 'Gemeente', code: 'GM1916' }] },
  groepen: { sturing: ['GM1916'] },
};

/** A database with `aantal` klanten more, each with a voordracht and a plaatsing at the same werkgever. */
async function begin(aantal: number): Promise<{ database: Testdatabase; subgraph: Testsubgraph }> {
  const database = await maakVacatures();
  await database.sql(
    'vacatures',
    `insert into vacature (id, kvk, nummer, naam, beroep_code, uren_min, uren_max, aantal_plaatsen, status, geopend_op, gemeente)
       select 'x' || n, '90001354', 'V', 'vacature', '${HOVENIER}', 8, 40, 5, 'OPEN', date '2012-02-01', 'GM1916'
       from generate_series(1, ${aantal}) n;
     insert into klantbereik (klant_id, verantwoordelijke, medewerker, afgeschermd, geldig_van)
       select 'k' || n, 'GM1916', 'consulent-lv', false, date '2012-01-01' from generate_series(1, ${aantal}) n;
     insert into profiel select 'k' || n, '2264AB', 10, 8, 40, 'GM1916' from generate_series(1, ${aantal}) n;
     insert into profiel_beroep select 'k' || n, '${HOVENIER}', 'GM1916' from generate_series(1, ${aantal}) n;
     insert into voordracht (id, kvk, vacature_id, klant_id, fase, datum, fase_sinds, verantwoordelijke)
       select 'd' || n, '90001354', 'hovenier', 'k' || n, 'UITGENODIGD', date '2013-03-10', date '2013-03-10', 'GM1916'
       from generate_series(1, ${aantal}) n;
     insert into kandidaat_naam select 'd' || n, '90001354', 'k' || n, 'naam', 'GM1916' from generate_series(1, ${aantal}) n;
     insert into plaatsing (id, kvk, klant_id, soort, begin, uren, naam, verantwoordelijke)
       select 'p' || n, '90001354', 'k' || n, 'REGULIER', date '2012-07-01' + n % 10 * 9, 32, 'naam', 'GM1916'
       from generate_series(1, ${aantal}) n;`,
  );
  await database.sql('vacatures', 'vacuum analyze');
  return { database, subgraph: await beginSubgraph(vacatures, database) };
}

describe.each([
  ['of a werkgever', WERKGEVER],
  ['of a regisseur', REGIE],
  ['of a bestuur', STURING],
])('the question %s', (_wie, vraag) => {
  test('takes the same statements at any size, and reads no row more at 1.000 and at 20.000 klanten than at 10', async () => {
    const [tien, duizend, veel] = [
      await meet(klein, vraag),
      await meet(groot, vraag),
      await meet(enorm, vraag),
    ];
    expect(tien.length).toBeGreaterThan(1);
    expect(duizend.map(({ sql }) => sql)).toEqual(tien.map(({ sql }) => sql));
    expect(veel.map(({ sql }) => sql)).toEqual(tien.map(({ sql }) => sql));
    expect(veel.map(({ rijen }) => rijen)).toEqual(duizend.map(({ rijen }) => rijen));
    // Of a table of ten rows all may be read at once.
    for (const [i, { rijen }] of duizend.entries()) expect(rijen).toBeLessThanOrEqual(tien[i]?.rijen ?? 0);
  });

  test('reads at 20.000 klanten, as PostgreSQL plans it, a few rows and no table with persons from begin to end', async () => {
    const plannen = await verklaarStatements(enorm.database.lezer('vacatures'), 'vacatures', () =>
      antwoord(enorm, vraag),
    );
    expect(plannen.length).toBeGreaterThan(1);
    expect(rijenIn(plannen)).toBeLessThan(200);
    expect(plannen.flatMap(({ doorlopen }) => doorlopen.filter((tabel) => PERSONEN.has(tabel)))).toEqual([]);
  });
});

type Bron = Awaited<ReturnType<typeof begin>>;
let klein: Bron;
let groot: Bron;
let enorm: Bron;
beforeAll(async () => {
  klein = await begin(10);
  groot = await begin(1_000);
  enorm = await begin(20_000);
}, 180_000);
afterAll(async () => {
  for (const { subgraph, database } of [klein, groot, enorm]) {
    await subgraph.stop();
    await database.weg();
  }
});

/** Small tables are read from begin to end, which is cheaper: that choice is left out, so that sizes can be compared. */
async function meet(bron: Bron, vraag: GatewayVraag) {
  return verklaarStatements(
    bron.database.lezer('vacatures'),
    'vacatures',
    () => antwoord(bron, vraag),
    'set local enable_seqscan = off',
  );
}

async function antwoord({ subgraph }: Bron, vraag: GatewayVraag): Promise<void> {
  const { data, errors } = await subgraph.vraag(vraag);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toMatch(/"d\d|"waarde":\d/);
}
