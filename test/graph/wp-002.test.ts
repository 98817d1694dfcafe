import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { klantVan } from '../setup/pseudoniem.ts';
import { alleNodes, antwoordOp, type Bladzijde, klantId } from './stel-document.ts';

interface Klant {
  readonly id: string;
  readonly verantwoordelijke: { readonly code: string };
}

interface Caseload {
  readonly klanten: Bladzijde<Klant>;
  readonly taken: Bladzijde<{
    readonly soort: string;
    readonly uiterlijk: string;
    readonly teLaat: boolean;
    readonly grondslag: string;
    readonly klant: { readonly id: string };
  }>;
}

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const caseload = (variabelen = {}) => antwoordOp<Caseload>(graph, 'WP-002', { variabelen });

describe('the caseload of a regisseur', () => {
  it('is 160 klanten of three gemeenten, page after page in the order of their keys, each once', async () => {
    const klanten = await alleNodes(async (naKlant) => (await caseload({ naKlant, aantal: 50 })).klanten);
    const sleutels = klanten.map(({ id }) => klantVan(id));
    expect(sleutels).toHaveLength(160);
    expect(sleutels).toEqual([...new Set(sleutels)].toSorted());
    const per = Map.groupBy(klanten, ({ verantwoordelijke }) => verantwoordelijke.code);
    expect([...per].map(([code, haar]) => [code, haar.length]).toSorted()).toEqual([
      ['GM0626', 30],
      ['GM0629', 30],
      ['GM1916', 100],
    ]);
  });

  it('has who moved, who came to her and who is a partner; not who left her, is closed or is hidden', async () => {
    const ids = new Set(
      (await alleNodes(async (naKlant) => (await caseload({ naKlant, aantal: 100 })).klanten)).map(
        ({ id }) => id,
      ),
    );
    const erbij = [0x101, 0x103, 0x104, 0x105, 0x10a, 0x10b].map(klantId);
    const niet = [0x102, 0x106, 0x107, 0x108, 0x10c, 0x120].map(klantId);
    expect(erbij.filter((id) => !ids.has(id))).toEqual([]);
    expect(niet.filter((id) => ids.has(id))).toEqual([]);
  });
});

describe('the taken of this week', () => {
  it('are nine, after two that are late; what must be done first comes first', async () => {
    const { taken } = await caseload();
    const gevonden = taken.edges.map(({ node }) => [node.uiterlijk, node.soort, node.teLaat]);
    expect(gevonden.filter(([, , teLaat]) => teLaat)).toEqual([
      ['2013-03-22', 'HERONDERZOEK', true],
      ['2013-03-28', 'BESLISTERMIJN', true],
    ]);
    expect(gevonden).toHaveLength(11);
    const soorten = gevonden.slice(2).map(([, soort]) => soort);
    const aantal = (gezocht: string): number => soorten.filter((soort) => soort === gezocht).length;
    expect(
      ['BESLISTERMIJN', 'HERSTELTERMIJN', 'VOORSCHOT', 'HERONDERZOEK', 'TREDEMETING'].map(aantal),
    ).toEqual([2, 1, 1, 3, 2]);
    expect(gevonden.map(([dag]) => dag)).toEqual(gevonden.map(([dag]) => dag).toSorted());
  });

  it('come in pages that join, and with a later day there are thirty more', async () => {
    const taken = await alleNodes(
      async (naTaak) => (await caseload({ naTaak, aantal: 7, totEnMet: '2013-12-31' })).taken,
    );
    expect(taken).toHaveLength(41);
    expect(taken.map(({ uiterlijk }) => uiterlijk)).toEqual(
      taken.map(({ uiterlijk }) => uiterlijk).toSorted(),
    );
  });
});
