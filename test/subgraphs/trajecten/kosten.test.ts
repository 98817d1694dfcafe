import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trajecten } from '../../../subgraphs/trajecten/trajecten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { GatewayVraag } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { rijenIn, verklaarStatements, verwachtEvenVeel } from '../../setup/verklaar-statements.ts';
import { maakTrajecten, REGISSEUR } from './eigen-gegevens.ts';

const PERSONEN = new Set([
  'klantsleutel',
  'klantbereik',
  'traject',
  'voorziening',
  'loonwaardemeting',
  'loonkostensubsidie',
  'ongezien',
]);

/** Regisseurs of the same gemeente, with as many klanten each. */
const REGISSEURS = 4;

const entiteiten = (soort: string, sleutels: readonly string[]) => ({
  r: sleutels.map((id) => ({ __typename: soort, ...(soort === 'Klant' ? { sleutel: id } : { id }) })),
});

/** A page of who is unseen. */
const ONGEZIEN: GatewayVraag = {
  query:
    '{ ongezien(first: 4) { edges { node { klant { id } laatsteTrajectTot } } pageInfo { hasNextPage } } }',
  groepen: REGISSEUR,
};

/** What a page of klanten of a caseload shows of them here. */
const REGIE: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { loonwaardemetingen { loonwaarde }
    trajecten { id programma { naam } aanbieder { naam } } voorzieningen { soort } } } }`,
  variables: entiteiten('Klant', ['k4', 'k8', 'k12', 'k16']),
  groepen: REGISSEUR,
};

/** The subsidies of a page of plaatsingen. */
const WERKGEVER: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Plaatsing { loonkostensubsidie { id percentage } } } }`,
  variables: entiteiten('Plaatsing', ['p1', 'p2', 'p3', 'p4']),
  groepen: { 'werkgever.subsidie': ['kvk/69599084'] },
};

/** The results of the programma's of a gemeente. */
const STURING: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gemeente { programmaresultaten { programma { naam }
    uitkomsten { aandeel { dossiers { waarde } } } } } } }`,
  variables: { r: [{ __typename: 'Gemeente', code: 'GM1916' }] },
  groepen: { sturing: ['GM1916'] },
};

/** A database with `aantal` klanten in each caseload; for every second of them a traject runs. */
async function begin(aantal: number): Promise<{ database: Testdatabase; subgraph: Testsubgraph }> {
  const database = await maakTrajecten({
    programma: [{ code: 'P', gemeente: 'GM1916', naam: 'Proef', geldig_van: '2010-01-01' }],
    aanbieder: [{ id: 'a', naam: 'Aanbieder' }],
  });
  await database.sql(
    'trajecten',
    `create temporary table klant as select n, 'k' || n as id from generate_series(1, ${aantal * REGISSEURS}) n;
     insert into klantbereik (klant_id, verantwoordelijke, medewerker, afgeschermd, geldig_van)
       select id, 'GM1916', case n % ${REGISSEURS} when 0 then 'consulent-lv' else 'mw-l0' || n % ${REGISSEURS} end, false, date '2012-01-01'
       from klant;
     insert into traject (id, klant_id, programma, aanbieder_id, aangemeld_op, begin, einde, status, uitkomst, verantwoordelijke)
       select 't' || n, id, 'P', 'a', date '2012-05-01', date '2012-06-01', case when loopt then null else date '2013-01-05' + n % 80 end,
         case when loopt then 'LOPEND' else 'AFGEROND' end, case when loopt then null else 'WERK' end, 'GM1916'
       from klant cross join lateral (select n % ${2 * REGISSEURS} < ${REGISSEURS} as loopt) as l;
     insert into voorziening select 'v' || n, id, 'JOBCOACH', date '2012-06-01', null, 'GM1916' from klant;
     insert into loonwaardemeting select id, date '2012-06-01', 625, 'GM1916' from klant;
     insert into loonkostensubsidie (id, kvk, plaatsing_id, klant_id, datum_beschikking, promille, start, einde, verantwoordelijke)
       select 's' || n, '69599084', 'p' || n, id, date '2012-06-01', 375, date '2012-07-01', date '2013-06-30', 'GM1916' from klant;`,
  );
  await database.sql('trajecten', 'vacuum analyze');
  return { database, subgraph: await beginSubgraph(trajecten, database) };
}

describe.each([
  ['who is unseen', ONGEZIEN],
  ['of a regisseur', REGIE],
  ['of a werkgever', WERKGEVER],
  ['of a bestuur', STURING],
])('the question %s', (_wie, vraag) => {
  test('takes the same statements at any size, and reads no more at 1.000 and at 5.000 klanten than at 10', async () => {
    const [tien, duizend, veel] = [
      await meet(klein, vraag),
      await meet(groot, vraag),
      await meet(enorm, vraag),
    ];
    verwachtEvenVeel(tien, [duizend, veel]);
  });

  test('reads at 20.000 klanten, as PostgreSQL plans it, a few rows and no table with persons from begin to end', async () => {
    const plannen = await verklaarStatements(enorm.database.lezer('trajecten'), 'trajecten', () =>
      antwoord(enorm, vraag),
    );
    expect(plannen.length).toBeGreaterThan(0);
    expect(rijenIn(plannen)).toBeLessThan(150);
    expect(plannen.flatMap(({ doorlopen }) => doorlopen.filter((tabel) => PERSONEN.has(tabel)))).toEqual([]);
  });
});

test('a page of who is unseen reads past nobody who is seen today and was not before, and ends at the page', async () => {
  const bron = await begin(1_000);
  const gelezen = async (): Promise<number> => rijenIn(await meet(bron, ONGEZIEN));
  try {
    const helft = await gelezen();
    // At most a page from each of the 16 knopen above a day, under both sleutels; then what is said of five klanten.
    expect(helft).toBeLessThan(16 * 5 * 2 + 50);
    await bron.database.sql(
      'trajecten',
      `update traject set status = 'LOPEND', einde = null
       where klant_id <> (select max(klant_id) from klantbereik where medewerker = 'consulent-lv')`,
    );
    expect(await gelezen()).toBeLessThan(20);
    expect(await gelezen()).toBeLessThan(helft);
  } finally {
    await bron.subgraph.stop();
    await bron.database.weg();
  }
}, 60_000);

type Bron = Awaited<ReturnType<typeof begin>>;
let klein: Bron;
let groot: Bron;
let enorm: Bron;
beforeAll(async () => {
  klein = await begin(10);
  groot = await begin(1_000);
  // With those of the other regisseurs 20.000 klanten.
  enorm = await begin(5_000);
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
    bron.database.lezer('trajecten'),
    'trajecten',
    () => antwoord(bron, vraag),
    'set local enable_seqscan = off',
  );
}

async function antwoord({ subgraph }: Bron, vraag: GatewayVraag): Promise<void> {
  const { data, errors } = await subgraph.vraag(vraag);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toMatch(/"id":"[\w-]{2}|"waarde":\d|"naam":"Proef"/);
}
