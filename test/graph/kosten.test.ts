import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { klantSleutel, stelDocument } from './stel-document.ts';

const BRONNEN = ['klanten', 'vacatures', 'trajecten', 'financien'] as const;
/** The klant of WP-001 with her partner, and those of WP-005, so that each question finds something. */
const GENOEMD = [0x101, 0x103, 0x110, 0x111, 0x112, 0x113, 0x114, 0x115, 0x116, 0x117].map(klantSleutel);
const VRAGEN = ['WP-001', 'WP-002', 'WP-005', 'WP-006'] as const;

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
      `update klantbereik b set medewerker = case when k.plaats <= ${aantal} then 'consulent-lv' else 'mw-l99' end
       from (
         select klant_id, verantwoordelijke, geldig_van,
           row_number() over (order by klant_id <> all ($1::text[]), klant_id) as plaats
         from klantbereik
         where verantwoordelijke in ('GM1916', 'GM0626', 'GM0629') and geldig_tot is null and not afgeschermd
       ) k
       where (b.klant_id, b.verantwoordelijke, b.geldig_van) = (k.klant_id, k.verantwoordelijke, k.geldig_van)`,
      [GENOEMD],
    );
  }
}

/** How often each question goes to a source, and all its statements. */
async function kosten(): Promise<Readonly<Record<string, readonly [aanroepen: number, statements: number]>>> {
  const per: Record<string, readonly [number, number]> = {};
  for (const id of VRAGEN) {
    const { uitkomst, statements } = await volgStatements(() => stelDocument(graph, id));
    expect(uitkomst.errors, id).toBeUndefined();
    const aanroepen = statements.filter((statement) => /^begin\b/i.test(statement)).length;
    per[id] = [aanroepen, statements.length];
  }
  return per;
}

it('a question goes to its sources as often, with as many statements, at 10 klanten as at 1.000', async () => {
  await zetCaseload(10);
  const tien = await kosten();
  await zetCaseload(1_000);
  expect(await kosten()).toEqual(tien);
  expect(Object.values(tien).every(([aanroepen]) => aanroepen > 0)).toBe(true);
});
