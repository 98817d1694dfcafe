import { afterAll, beforeAll, expect, it } from 'vitest';
import { controleerDossier } from '../../start/demo/verwacht-inwoner.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';
import { stelDocument } from './stel-document.ts';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

it('an inwoner sees his own uitkering, aanvraag, termijnen and profiel', async () => {
  const { data, errors } = await stelDocument(graph, 'IN-001');
  expect(errors).toBeUndefined();
  expect(controleerDossier(data)).toEqual([]);
});

it('the terms of his aanvraag are eight weeks and the seven days that the clock stood still (Awb 4:13 and 4:15)', async () => {
  const { data } = await stelDocument(graph, 'IN-001');
  expect(data?.['mijnDossier']).toMatchObject({
    aanvragen: [
      {
        melding: { datum: '2012-11-12' },
        ingediendOp: '2012-11-15',
        uiterlijk: '2013-01-17',
        voorschot: { bedrag: 60_000, betaaldOp: '2012-12-13' },
        beschikking: { datum: '2013-01-08', besluit: 'TOEGEKEND' },
      },
    ],
  });
});

it('who is hidden from all organisations still sees his own dossier', async () => {
  await graph.database.sql('klanten', 'update klantbereik set afgeschermd = true where klant_id = $1', [
    '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0102',
  ]);
  const { data } = await stelDocument(graph, 'IN-001');
  expect(data?.['mijnDossier']).toMatchObject({
    id: pseudoniem('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0102', 'inwoners'),
  });
});
