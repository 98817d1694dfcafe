import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { klantSleutel, stelDocument } from './stel-document.ts';

const VAN_VOORSCHOTEN = klantSleutel(0x120);
const VAN_LEIDSCHENDAM = klantSleutel(0x101);
const ONBEKEND = '00000000-0000-4000-8000-000000000000';
const headers = { traceparent: `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01` };

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const wieIs = (klant: string) => stelDocument(graph, 'SR-001', { variabelen: { klant }, headers });

it('a klant of Voorschoten is to the sociale recherche as one who does not exist: the same bytes by the same statements', async () => {
  const vreemd = await volgStatements(() => wieIs(VAN_VOORSCHOTEN));
  const onbekend = await volgStatements(() => wieIs(ONBEKEND));
  expect(vreemd.uitkomst.data).toEqual({ klant: null });
  expect(vreemd.uitkomst.errors).toBeUndefined();
  expect(vreemd.uitkomst.tekst).toBe(onbekend.uitkomst.tekst);
  expect(vreemd.statements).toEqual(onbekend.statements);
});

it('the klant exists, for his own regisseur', async () => {
  const rijen = await graph.database.sql(
    'klanten',
    'select k.verantwoordelijke, b.medewerker from klant k join klantbereik b on b.klant_id = k.id where k.id = $1',
    [VAN_VOORSCHOTEN],
  );
  expect(rijen).toEqual([{ verantwoordelijke: 'GM0626', medewerker: 'mw-l01' }]);
});

it('the sociale recherche reaches the klanten of the gemeenten that take part (001:2594)', async () => {
  expect((await wieIs(VAN_LEIDSCHENDAM)).data).toMatchObject({
    klant: { id: pseudoniem(VAN_LEIDSCHENDAM), verantwoordelijke: { code: 'GM1916' } },
  });
  expect((await wieIs(klantSleutel(0x1f))).data).toMatchObject({
    klant: { verantwoordelijke: { code: 'GM0629' } },
  });
});
