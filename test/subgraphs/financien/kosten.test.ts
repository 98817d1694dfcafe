import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { financien } from '../../../subgraphs/financien/financien.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { GatewayVraag } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import {
  type Leesplan,
  rijenIn,
  verklaarStatements,
  verwachtEvenVeel,
} from '../../setup/verklaar-statements.ts';

/** Tables that grow with klanten, werkgevers, gemeenten or years. */
const GROEIT = new Set(['klantbereik', 'klantsleutel', 'vordering', 'subsidiebetaling', 'begrotingsregel']);

/** Regisseurs of the same gemeente, with as many klanten each. */
const REGISSEURS = 4;

/** The vorderingen on a page of klanten of a caseload. */
const REGIE: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant {
    vorderingen(first: 2) { edges { node { id openstaand } } pageInfo { hasNextPage } } } } }`,
  variables: { r: ['k4', 'k8', 'k12', 'k16'].map((sleutel) => ({ __typename: 'Klant', sleutel })) },
  groepen: { 'financien.klant.stand': ['GM1916/consulent-lv'] },
};

/** What was paid for a page of subsidies. */
const WERKGEVER: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Loonkostensubsidie {
    betalingen(first: 2) { edges { node { van bedrag } } pageInfo { hasNextPage } } } } }`,
  variables: { r: ['s4', 's8', 's12', 's16'].map((id) => ({ __typename: 'Loonkostensubsidie', id })) },
  groepen: { 'werkgever.subsidie': ['kvk/69599084'] },
};

/** The budgets of two years of a gemeente. */
const BESTUUR: GatewayVraag = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gemeente {
    begrotingen(jaren: [2013, 2012]) { regels { onderdeel budget { bedrag { waarde } } } } } } }`,
  variables: { r: [{ __typename: 'Gemeente', code: 'GM1916' }] },
  groepen: { 'financien.gemeente': ['GM1916'] },
};

/** Who works together, and the budgets of each of them. */
const SAMENWERKING: GatewayVraag = {
  query: `{ samenwerkingsverband(code: "v1") { naam deelnemers { code
    begrotingen(jaren: [2013]) { regels { budget { bedrag { waarde } } } } } } }`,
  groepen: { publiek: [], 'financien.gemeente': ['GM1916', 'GM0626'] },
};

/** A database with `aantal` klanten in each caseload, and as many gemeenten and samenwerkingsverbanden beside those asked for. */
async function begin(aantal: number): Promise<{ database: Testdatabase; subgraph: Testsubgraph }> {
  const database = await maakDatabase('keten_leeg');
  await alsEigenaar(database.eigenaar('financien'), 'financien', (client) =>
    migreer(client, new URL('prisma/migrations/', financien.map), 'financien'),
  );
  await database.sql(
    'financien',
    `create temporary table klant as select n, 'k' || n as id from generate_series(1, ${aantal * REGISSEURS}) n;
     create temporary table maand as select m, date '2012-01-01' + m * 30 as dag from generate_series(1, 5) m;
     create temporary table gemeente as
       select 'GM' || lpad(n::text, 4, '0') as code from generate_series(2000, ${1_999 + aantal}) n
       union all values ('GM1916'), ('GM0626');
     insert into klantbereik (klant_id, verantwoordelijke, medewerker, afgeschermd, geldig_van)
       select id, 'GM1916', case n % ${REGISSEURS} when 0 then 'consulent-lv' else 'mw-l0' || n % ${REGISSEURS} end, false, date '2012-01-01'
       from klant;
     insert into vordering (id, klant_id, besluitdatum, oorspronkelijk_cent, openstaand_cent, verantwoordelijke)
       select 'v' || n || '-' || m, id, dag, 1000, 500, 'GM1916' from klant cross join maand;
     insert into subsidiebetaling (id, kvk, subsidie_id, klant_id, van, tot_en_met, bedrag_cent, betaald_op, verantwoordelijke)
       select 'b' || n || '-' || m, '69599084', 's' || n, id, dag, dag, 500, dag, 'GM1916' from klant cross join maand;
     insert into begrotingsregel (gemeente, jaar, peildatum, volgorde, onderdeel, kolom, bedrag_cent, document, regel)
       select code, jaar, make_date(jaar, 12, 31), 1, 'Inkomensdeel', kolom, 1000, '000', 1
       from gemeente cross join generate_series(2008, 2013) as jaar
         cross join unnest(array['BEGROOT', 'BESTEED', 'RESTEREND', 'PROGNOSE_REST', 'PROGNOSE_RESULTAAT']) as kolom;
     insert into samenwerkingsverband
       select 'v' || n, 'Verband', 'UITVOERING_DOOR_GEMEENTE', 'GM1916' from generate_series(1, ${aantal}) n;
     insert into samenwerkingsverband_deelnemer
       select 'v' || n, g, date '2010-01-01', null from generate_series(1, ${aantal}) n cross join unnest(array['GM1916', 'GM0626']) as g`,
  );
  await database.sql('financien', 'vacuum analyze');
  return { database, subgraph: await beginSubgraph(financien, database) };
}

type Bron = Awaited<ReturnType<typeof begin>>;
let klein: Bron;
let groot: Bron;
let enorm: Bron;
beforeAll(async () => {
  klein = await begin(10);
  groot = await begin(1_000);
  // With those of the other regisseurs 12.000 klanten, and a row of five for each of two tables.
  enorm = await begin(3_000);
}, 180_000);
afterAll(async () => {
  for (const { subgraph, database } of [klein, groot, enorm]) {
    await subgraph.stop();
    await database.weg();
  }
});

describe.each([
  ['of a regisseur', REGIE],
  ['of a werkgever', WERKGEVER],
  ['of a bestuur', BESTUUR],
  ['about a samenwerking', SAMENWERKING],
])('the question %s', (_wie, vraag) => {
  test('takes the same statements at any size, and reads no more at 1.000 and at 3.000 klanten than at 10', async () => {
    const [tien, duizend, veel] = [
      await meet(klein, vraag),
      await meet(groot, vraag),
      await meet(enorm, vraag),
    ];
    verwachtEvenVeel(tien, [duizend, veel]);
  });

  test('reads at 12.000 klanten, as PostgreSQL plans it, a few rows and no table that grows from begin to end', async () => {
    const plannen = await verklaarStatements(enorm.database.lezer('financien'), 'financien', () =>
      antwoord(enorm, vraag),
    );
    expect(plannen.length).toBeGreaterThan(0);
    expect(rijenIn(plannen)).toBeLessThan(100);
    expect(plannen.flatMap(({ doorlopen }) => doorlopen.filter((tabel) => GROEIT.has(tabel)))).toEqual([]);
  });
});

/** Small tables are read from begin to end, which is cheaper: that choice is left out, so that sizes can be compared. */
async function meet(bron: Bron, vraag: GatewayVraag): Promise<readonly Leesplan[]> {
  return verklaarStatements(
    bron.database.lezer('financien'),
    'financien',
    () => antwoord(bron, vraag),
    'set local enable_seqscan = off',
  );
}

async function antwoord({ subgraph }: Bron, vraag: GatewayVraag): Promise<void> {
  const { data, errors } = await subgraph.vraag(vraag);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toMatch(/"openstaand":500|"bedrag":500|"waarde":1000/);
}
