import { afterAll, beforeAll, expect, it } from 'vitest';
import { controleerSubsidies } from '../../start/demo/verwacht-werkgever.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { alleNodes, antwoordOp, type Bladzijde, stelDocument } from './stel-document.ts';

interface Plaatsing {
  readonly begin: string;
  readonly loonkostensubsidie: {
    readonly percentage: number;
    readonly betalingen: Bladzijde<{ readonly bedrag: number; readonly van: string }>;
  } | null;
}

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const lees = async (variabelen = {}) => {
  const antwoord = await antwoordOp<{
    readonly mijnWerkgever: { readonly plaatsingen: Bladzijde<Plaatsing> };
  }>(graph, 'WG-002', { variabelen });
  return antwoord.mijnWerkgever.plaatsingen;
};

it('a werkgever sees four plaatsingen, two with loonkostensubsidie and what was paid of it', async () => {
  const { data, errors } = await stelDocument(graph, 'WG-002');
  expect(errors).toBeUndefined();
  expect(controleerSubsidies(data)).toEqual([]);
});

it('a subsidie is what the loonwaarde leaves, of the minimum wage of the month', async () => {
  const { edges } = await lees();
  const bedragen = edges.flatMap(({ node }) =>
    (node.loonkostensubsidie?.betalingen.edges ?? []).map((betaling) => [
      node.loonkostensubsidie?.percentage,
      betaling.node.van.slice(0, 7),
      betaling.node.bedrag,
    ]),
  );
  // 37,5 and 50 percent of € 1.456,20 in 2012 and of € 1.469,40 from 1 January 2013.
  expect(bedragen).toContainEqual([37.5, '2012-12', 54_608]);
  expect(bedragen).toContainEqual([37.5, '2013-01', 55_103]);
  expect(bedragen).toContainEqual([50, '2013-03', 73_470]);
  expect(bedragen).toHaveLength(8);
});

it('pages join, the newest plaatsing first', async () => {
  const heel = (await lees()).edges.map(({ node }) => node.begin);
  expect(heel).toEqual(heel.toSorted().toReversed());
  const delen = await alleNodes((na) => lees({ na, aantal: 1 }));
  expect(delen.map(({ begin }) => begin)).toEqual(heel);
});
