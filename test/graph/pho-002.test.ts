import { afterAll, beforeAll, expect, it } from 'vitest';
import { controleerDrieGemeenten } from '../../start/demo/verwacht-drie-gemeenten.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { antwoordOp, stelDocument } from './stel-document.ts';

interface Cijfer {
  readonly waarde: number | null;
  readonly toestand: string;
  readonly bronsoort: string;
}

interface DrieGemeenten {
  readonly samenwerkingsverband: {
    readonly maanden: readonly { readonly bekendNu: Readonly<Record<string, Cijfer>> }[];
    readonly deelnemers: readonly {
      readonly code: string;
      readonly maanden: readonly { readonly bekendNu: Readonly<Record<string, Cijfer>> }[];
    }[];
  };
}

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

it('three gemeenten and their sum grow from 1.961 on 1 January 2012, each figure with SYNTHETISCH beside it', async () => {
  const { data, errors } = await stelDocument(graph, 'PHO-002');
  expect(errors).toBeUndefined();
  expect(controleerDrieGemeenten(data)).toEqual([]);
});

it('at the end of March 2013 the three have 1.312, 437 and 437 uitkeringen, a split of ours', async () => {
  const { samenwerkingsverband } = await antwoordOp<DrieGemeenten>(graph, 'PHO-002');
  expect(
    samenwerkingsverband.deelnemers.map(({ code, maanden }) => [
      code,
      maanden.at(-1)?.bekendNu['eindstand']?.waarde,
    ]),
  ).toEqual([
    ['GM0626', 437],
    ['GM0629', 437],
    ['GM1916', 1312],
  ]);
});

it('a wethouder of one other gemeente gets no sum and nothing of the three', async () => {
  const { samenwerkingsverband } = await antwoordOp<DrieGemeenten>(graph, 'PHO-002', {
    als: 'wethouder-haarlemmermeer',
  });
  const waarden = [samenwerkingsverband, ...samenwerkingsverband.deelnemers].flatMap(({ maanden }) =>
    maanden.flatMap(({ bekendNu }) => Object.values(bekendNu).map(({ waarde }) => waarde)),
  );
  expect(waarden.filter((waarde) => waarde !== null)).toEqual([]);
});

it('a wethouder of Wassenaar sees what the others of the PHO see, without a mandate of theirs', async () => {
  const [lid, lv] = await Promise.all([
    antwoordOp<DrieGemeenten>(graph, 'PHO-002', { als: 'wethouder-wassenaar' }),
    antwoordOp<DrieGemeenten>(graph, 'PHO-002'),
  ]);
  expect(lid).toEqual(lv);
});

it('a member of a cliëntenraad is refused, and Duivenvoorde gets the two gemeenten it does the accounts of', async () => {
  const { data, errors } = await stelDocument(graph, 'PHO-002', { als: 'clientenraad' });
  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions?.['code']).toBe('NIET_GEAUTORISEERD');
  const { samenwerkingsverband } = await antwoordOp<DrieGemeenten>(graph, 'PHO-002', {
    als: 'controller-dv',
  });
  const gevuld = samenwerkingsverband.deelnemers.filter(({ maanden }) =>
    maanden.some(({ bekendNu }) => bekendNu['eindstand']?.waarde !== null),
  );
  expect(gevuld.map(({ code }) => code)).toEqual(['GM0626', 'GM0629']);
});
