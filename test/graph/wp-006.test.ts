import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { klantVan } from '../setup/pseudoniem.ts';
import { alleNodes, antwoordOp, type Bladzijde, klantId } from './stel-document.ts';

interface Ongezien {
  readonly klant: { readonly id: string; readonly naam: string };
  readonly metPartner: boolean;
  readonly laatsteTrajectTot: string | null;
}

let graph: Testgraph;
let ongezien: readonly Ongezien[];
beforeAll(async () => {
  graph = await beginGraph();
  ongezien = await alleNodes(
    async (na) =>
      (await antwoordOp<{ readonly ongezien: Bladzijde<Ongezien> }>(graph, 'WP-006', { variabelen: { na } }))
        .ongezien,
  );
});
afterAll(() => graph.stop());

const isOngezien = (nummer: number): boolean => ongezien.some(({ klant }) => klant.id === klantId(nummer));

it('24 klanten of the caseload are unseen, on two pages in the order of their keys', () => {
  const sleutels = ongezien.map(({ klant }) => klantVan(klant.id));
  expect(sleutels).toHaveLength(24);
  expect(sleutels).toEqual([...new Set(sleutels)].toSorted());
});

it('a klant is seen when his partner takes part in a traject, also one of another regisseur', () => {
  expect(isOngezien(0x10b)).toBe(false);
  expect(isOngezien(0x10c)).toBe(false);
});

it('a klant who works in part time is seen; one for whom nothing runs is not', () => {
  expect(isOngezien(0x10e)).toBe(false);
  expect(isOngezien(0x10d)).toBe(true);
});

it('a traject that has ended does not count, and the answer says until when it ran', () => {
  expect(ongezien.find(({ klant }) => klant.id === klantId(0x10f))).toMatchObject({
    laatsteTrajectTot: '2012-06-30',
    metPartner: false,
  });
});

it('who is hidden, closed or of another regisseur is not in the list', () => {
  for (const nummer of [0x102, 0x106, 0x107, 0x108])
    expect(isOngezien(nummer), nummer.toString(16)).toBe(false);
});
