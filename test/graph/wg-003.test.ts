import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { stelDocument } from './stel-document.ts';

const VAN_ANDER = '6b1f0e52-3c7a-4d18-a5e9-1c4d2f700101';
const ONBEKEND = '00000000-0000-4000-8000-000000000000';
const headers = { traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01` };

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const een = (voordracht: string, als = 'werkgever-90001354') =>
  stelDocument(graph, 'WG-003', { variabelen: { voordracht }, headers, als });

it('the voordracht of another werkgever is as one that does not exist: the same bytes by the same statements', async () => {
  const vreemd = await volgStatements(() => een(VAN_ANDER));
  const onbekend = await volgStatements(() => een(ONBEKEND));
  expect(vreemd.uitkomst.data).toEqual({ voordracht: null });
  expect(vreemd.uitkomst.errors).toBeUndefined();
  expect(vreemd.uitkomst.tekst).toBe(onbekend.uitkomst.tekst);
  expect(vreemd.statements).toEqual(onbekend.statements);
});

it('the werkgever whose it is sees it', async () => {
  expect((await een(VAN_ANDER, 'werkgever-69599084')).data).toMatchObject({
    voordracht: { id: VAN_ANDER, fase: 'GEPLAATST' },
  });
});
