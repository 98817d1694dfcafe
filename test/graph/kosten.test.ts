import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { klantSleutel, stelDocument } from './stel-document.ts';

const BRONNEN = ['klanten', 'vacatures', 'trajecten', 'financien'] as const;
/** The klant of WP-001 with her partner, and those of WP-005, so that each question finds something. */
const GENOEMD = [0x101, 0x103, 0x110, 0x111, 0x112, 0x113, 0x114, 0x115, 0x116, 0x117].map(klantSleutel);
const WERKPLEIN = ['WP-001', 'WP-002', 'WP-005', 'WP-006'];
const WERKGEVER = ['WG-001', 'WG-002'];
const BESTUUR = ['PHO-001', 'PHO-002'];

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** Gives consulent-lv so many klanten, in every source: first those whom the questions are about. */
async function zetCaseload(aantal: number): Promise<void> {
  for (const bron of BRONNEN) {
    await graph.database.sql(
      bron,
      `update klantbereik b set medewerker = k.wordt
       from (
         select klant_id, verantwoordelijke, geldig_van, case
           when row_number() over (order by klant_id <> all ($1::text[]), klant_id) <= ${aantal} then 'consulent-lv'
           when medewerker = 'consulent-lv' then 'mw-l99'
           else medewerker end as wordt
         from klantbereik
         where verantwoordelijke in ('GM1916', 'GM0626', 'GM0629') and geldig_tot is null and not afgeschermd
       ) k
       where (b.klant_id, b.verantwoordelijke, b.geldig_van) = (k.klant_id, k.verantwoordelijke, k.geldig_van)
         and b.medewerker is distinct from k.wordt`,
      [GENOEMD],
    );
  }
}

/** Gives both werkgevers of the demo so many vacatures more, each with a voordracht, a plaatsing and a subsidie with two payments. */
async function zetWerkgevers(aantal: number): Promise<void> {
  const nummers = `generate_series(1, ${aantal}) as n cross join unnest(array['69599084', '90001354']) as kvk`;
  const klant = `join (
      select klant_id, verantwoordelijke, row_number() over (order by klant_id) as plaats from klantbereik
      where geldig_tot is null and not afgeschermd
    ) k on k.plaats = n`;
  const rij = `'meer-' || kvk || '-' || n`;
  await graph.database.sql(
    'vacatures',
    `insert into vacature (id, kvk, nummer, naam, beroep_code, uren_min, uren_max, aantal_plaatsen, status, geopend_op, gemeente)
       select ${rij}, kvk, n::text, 'Medewerker', (select min(code) from beroep), 8, 36, 1, 'OPEN', date '2013-03-01', 'GM1916'
       from ${nummers};
     insert into voordracht (id, kvk, vacature_id, klant_id, fase, datum, fase_sinds, verantwoordelijke)
       select ${rij}, kvk, ${rij}, klant_id, 'VOORGEDRAGEN', date '2013-03-02', date '2013-03-02', verantwoordelijke
       from ${nummers} ${klant};
     insert into plaatsing (id, kvk, klant_id, soort, begin, uren, naam, verantwoordelijke)
       select ${rij}, kvk, klant_id, 'REGULIER', date '2013-03-03', 32, 'Naam', verantwoordelijke from ${nummers} ${klant}`,
  );
  await graph.database.sql(
    'trajecten',
    `insert into loonkostensubsidie (id, kvk, plaatsing_id, klant_id, datum_beschikking, promille, start, einde, verantwoordelijke)
     select ${rij}, kvk, ${rij}, klant_id, date '2013-03-03', 500, date '2013-03-03', date '2014-03-02', verantwoordelijke
     from ${nummers} ${klant}`,
  );
  await graph.database.sql(
    'financien',
    `insert into subsidiebetaling (id, kvk, subsidie_id, klant_id, van, tot_en_met, bedrag_cent, betaald_op, verantwoordelijke)
     select ${rij} || '-' || dag, kvk, ${rij}, klant_id, dag, dag, 100, dag, verantwoordelijke
     from ${nummers} ${klant} cross join unnest(array[date '2013-03-15', date '2013-03-31']) as dag`,
  );
}

/** Gives each gemeente so many uitkeringen more, which began in January, with a trede and an outcome of a programma. */
async function zetGemeenten(aantal: number): Promise<void> {
  const nummers = `generate_series(1, ${aantal}) as n
    cross join unnest(array['GM0394', 'GM1916', 'GM0626', 'GM0629']) as gemeente`;
  const rij = `'meer-' || gemeente || '-' || n`;
  await graph.database.sql(
    'klanten',
    `insert into huishouden (id, verantwoordelijke) select ${rij}, gemeente from ${nummers};
     insert into uitkering (id, huishouden_id, regeling, leefvorm, ingangsdatum, verantwoordelijke)
       select ${rij}, ${rij}, 'WWB', 'PAAR', date '2013-01-15', gemeente from ${nummers};
     insert into mutatie (id, uitkering_id, soort, aantal, geldig_op, verwerkt_op, leefvorm, verantwoordelijke)
       select ${rij}, ${rij}, 'INSTROOM', 1, date '2013-01-15', date '2013-01-16', 'PAAR', gemeente from ${nummers}`,
  );
  await graph.database.sql(
    'trajecten',
    `insert into traject (id, klant_id, programma, aangemeld_op, begin, einde, status, uitkomst, verantwoordelijke)
     select ${rij}, ${rij}, 'WERKSTROOM', date '2013-01-15', date '2013-01-16', date '2013-02-16', 'AFGEROND', 'WERK', gemeente
     from ${nummers}`,
  );
  await graph.database.sql(
    'vacatures',
    `insert into plaatsing (id, kvk, klant_id, soort, begin, uren, naam, verantwoordelijke)
     select ${rij}, '69599084', ${rij}, 'REGULIER', date '2013-01-17', 32, 'Naam', gemeente from ${nummers}`,
  );
}

/** How often each of these questions goes to a source, and all its statements. */
async function kosten(
  vragen: readonly string[],
): Promise<Readonly<Record<string, readonly [aanroepen: number, statements: number]>>> {
  const per: Record<string, readonly [number, number]> = {};
  for (const id of vragen) {
    const { uitkomst, statements } = await volgStatements(() => stelDocument(graph, id));
    expect(uitkomst.errors, id).toBeUndefined();
    const aanroepen = statements.filter((statement) => /^begin\b/i.test(statement)).length;
    expect(aanroepen, id).toBeGreaterThan(0);
    per[id] = [aanroepen, statements.length];
  }
  return per;
}

/** What these questions cost after 10 and after 1.000 more of what they are about. */
async function kostenBij(
  vragen: readonly string[],
  zet: (aantal: number) => Promise<void>,
  weg: () => Promise<void> = async () => {},
): Promise<readonly Awaited<ReturnType<typeof kosten>>[]> {
  const per: Awaited<ReturnType<typeof kosten>>[] = [];
  for (const aantal of [10, 1_000]) {
    await zet(aantal);
    per.push(await kosten(vragen));
    await weg();
  }
  return per;
}

/** Takes away what was added, children before parents. */
async function ruimOp(rijen: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const [bron, tabellen] of Object.entries(rijen))
    for (const tabel of tabellen)
      await graph.database.sql(bron, `delete from ${tabel} where id like 'meer-%'`);
}

describe('a question goes to its sources as often, with as many statements', () => {
  it('of a werkplein, at 10 klanten in the caseload as at 1.000', async () => {
    const [tien, duizend] = await kostenBij(WERKPLEIN, zetCaseload);
    expect(duizend).toEqual(tien);
  }, 90_000);

  it('of a werkgever, at 10 vacatures, plaatsingen and subsidies more as at 1.000', async () => {
    const [tien, duizend] = await kostenBij(WERKGEVER, zetWerkgevers, () =>
      ruimOp({
        vacatures: ['plaatsing', 'voordracht', 'vacature'],
        trajecten: ['loonkostensubsidie'],
        financien: ['subsidiebetaling'],
      }),
    );
    expect(duizend).toEqual(tien);
  }, 60_000);

  it('of a bestuur, at 10 uitkeringen, trajecten and plaatsingen more in each gemeente as at 1.000', async () => {
    const [tien, duizend] = await kostenBij(BESTUUR, zetGemeenten, () =>
      ruimOp({
        klanten: ['mutatie', 'uitkering', 'huishouden'],
        trajecten: ['traject'],
        vacatures: ['plaatsing'],
      }),
    );
    expect(duizend).toEqual(tien);
  }, 60_000);
});
