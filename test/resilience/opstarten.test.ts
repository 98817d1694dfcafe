import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';

const VRAAG = {
  body: { documentId: 'keten:PHO-001', variables: { gemeente: 'GM0394' } },
  als: 'wethouder-haarlemmermeer',
};

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph({}, ['financien']);
});
afterAll(() => graph.stop());

it('starts while a subgraph is away, answers what is there, and finds it when it comes', async () => {
  const zonder = await graph.vraag(VRAAG);
  expect(zonder.data?.['gemeente']).toMatchObject({ naam: 'Haarlemmermeer', begrotingen: null });
  expect(zonder.errors).toMatchObject([
    { path: ['gemeente', 'begrotingen'], extensions: { code: 'BRON_MISLUKT', bron: 'financien' } },
  ]);

  await graph.startSubgraph('financien');
  const met = await graph.vraag(VRAAG);
  expect(met.errors).toBeUndefined();
  expect(met.data?.['gemeente']).toMatchObject({ begrotingen: [{ jaar: 2013 }, { jaar: 2012 }] });
});
