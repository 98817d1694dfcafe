import { afterAll, beforeAll, expect, it } from 'vitest';
import { controleerVacatures } from '../../start/demo/verwacht-werkgever.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { stelDocument } from './stel-document.ts';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

it('a werkgever sees his four vacatures, eight voordrachten in their stages and two plaatsingen', async () => {
  const { data, errors } = await stelDocument(graph, 'WG-001');
  expect(errors).toBeUndefined();
  expect(controleerVacatures(data)).toEqual([]);
  const fasen = JSON.stringify(data).match(/(?<="fase":")\w+/g) ?? [];
  expect(fasen.toSorted()).toEqual([
    'GEEINDIGD',
    'GEPLAATST',
    'GEPLAATST',
    'UITGENODIGD',
    'UITGENODIGD',
    'VOORGEDRAGEN',
    'VOORGEDRAGEN',
    'VOORGEDRAGEN',
  ]);
});

it('nothing in the answer names a klant, an uitkering or an indeling', async () => {
  const { tekst } = await stelDocument(graph, 'WG-001');
  expect(tekst).not.toMatch(/5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d|uitkering|indeling|bsn/i);
});

it('another werkgever gets only what is his own', async () => {
  const { data } = await stelDocument(graph, 'WG-001', { als: 'werkgever-69599084' });
  expect(data?.['mijnWerkgever']).toMatchObject({
    kvk: '69599084',
    isEenmanszaak: true,
    vacatures: { edges: [{ node: { id: '5d80a3c7-e296-4f41-8b0d-1a94c7e30005' } }] },
  });
});

it('who is no werkgever is refused', async () => {
  const { errors } = await stelDocument(graph, 'WG-001', { als: 'inwoner' });
  expect(errors?.[0]?.extensions.code).toBe('NIET_GEAUTORISEERD');
});
