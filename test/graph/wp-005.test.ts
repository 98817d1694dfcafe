import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { antwoordOp, type Bladzijde, klantId } from './stel-document.ts';

interface Aanvragen {
  readonly aanvragen: Bladzijde<
    { readonly klant: { readonly id: string } } & Readonly<Record<string, unknown>>
  >;
}

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const aanvragen = async () => {
  const antwoord = await antwoordOp<Aanvragen>(graph, 'WP-005');
  return antwoord.aanvragen.edges.map(({ node }) => node);
};
const van = async (nummer: number) => (await aanvragen()).find(({ klant }) => klant.id === klantId(nummer));

it('the aanvragen that are not finished come in the order in which they must be decided', async () => {
  const dagen = (await aanvragen()).map(({ uiterlijk }) => String(uiterlijk));
  expect(dagen).toHaveLength(8);
  expect(dagen).toEqual(dagen.toSorted());
});

it('one is late: its eight weeks (Awb 4:13) ended on 28 March', async () => {
  expect(await van(0x111)).toMatchObject({
    ingediendOp: '2013-01-31',
    uiterlijk: '2013-03-28',
    teLaat: true,
  });
  expect((await aanvragen()).filter(({ teLaat }) => teLaat)).toHaveLength(1);
});

it('each stands beside the norm of 40 werkdagen (001:1506), and one that is in time by law is over it', async () => {
  for (const { doorlooptijd } of await aanvragen())
    expect(doorlooptijd).toMatchObject({ norm: 40, eenheid: 'WERKDAGEN' });
  expect(await van(0x117)).toMatchObject({
    uiterlijk: '2013-04-15',
    dagenOpgeschort: 21,
    teLaat: false,
    doorlooptijd: { isBinnenNorm: false },
  });
});

it('a werkdag is no weekend and no holiday: after 8 February, to 2 April, there are 35, without Good Friday and Easter Monday', async () => {
  expect(await van(0x110)).toMatchObject({
    doorlooptijd: { aantal: 35, isBinnenNorm: true },
  });
});

it('a hersteltermijn stops the clock (Awb 4:15), an extension moves it (Awb 4:14)', async () => {
  expect(await van(0x112)).toMatchObject({
    ingediendOp: '2013-03-11',
    hersteltermijn: '2013-04-04',
    dagenOpgeschort: 14,
    uiterlijk: '2013-05-20',
  });
  expect(await van(0x113)).toMatchObject({
    ingediendOp: '2013-01-10',
    isVerlengd: true,
    uiterlijk: '2013-04-04',
  });
});

it('a voorschot was paid four weeks after the aanvraag', async () => {
  expect(await van(0x114)).toMatchObject({
    ingediendOp: '2013-02-20',
    voorschot: { bedrag: 60_000, betaaldOp: '2013-03-20' },
  });
});

it('who was sent away for want of papers is judged by the second melding', async () => {
  expect(await van(0x115)).toMatchObject({
    melding: { datum: '2013-03-04', poortgesprek: { datum: '2013-03-05', uitkomst: 'AANVRAAG' } },
    ingediendOp: '2013-03-06',
  });
});

it('an aanvraag that was turned down stays in the list as long as there is a bezwaar', async () => {
  expect(await van(0x116)).toMatchObject({
    teLaat: false,
    beschikking: {
      datum: '2013-01-17',
      besluit: 'AFGEWEZEN',
      bezwaren: [{ soort: 'BEZWAAR', ingediendOp: '2013-02-14', uitkomst: null }],
    },
  });
});
