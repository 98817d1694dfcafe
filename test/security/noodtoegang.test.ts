// Threats: 16a
import { afterAll, beforeAll, expect, it } from 'vitest';
import { klantSleutel, stelDocument } from '../graph/stel-document.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { afnemerVanGebruiker, pseudoniem } from '../setup/pseudoniem.ts';

const REGISTER = 'https://register.ketengraaf.example/verwerkingen';
const DOENER = 'noodtoegang-lv';

interface Noodtoegang {
  readonly id: string;
  readonly oordeel: string | null;
}

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const lees = (reden?: string) =>
  graph.vraag({
    body: {
      query: 'query ($id: ID!) { klant(id: $id) { naam } }',
      variables: { id: pseudoniem(klantSleutel(0x101), afnemerVanGebruiker(DOENER)) },
    },
    als: DOENER,
    headers: {
      'x-verwerkingsactiviteit': `${REGISTER}/klantregie/1`,
      ...(reden !== undefined && { 'x-toegangsreden': reden }),
    },
  });

async function gezien(als?: string): Promise<readonly Noodtoegang[]> {
  const { data, errors } = await stelDocument(graph, 'VW-001', als === undefined ? {} : { als });
  expect(errors).toBeUndefined();
  const { edges } = data?.['noodtoegangen'] as { edges: { node: Noodtoegang }[] };
  return edges.map(({ node }) => node);
}

it('what is read on noodtoegang is there for a second person of the organisation, and for nobody else', async () => {
  await lees();
  expect(await gezien()).toEqual([]);
  expect((await lees('NOODTOEGANG_CRISIS')).data?.['klant']).toMatchObject({ naam: expect.any(String) });
  const [een, ...meer] = await gezien();
  expect(meer).toEqual([]);
  expect(een).toMatchObject({ reden: 'NOODTOEGANG_CRISIS', aantalPersonen: 1, oordeel: null });
  expect(JSON.stringify(een)).not.toContain(DOENER);
  expect(await gezien('fg-lv')).toEqual([een]);

  const variabelen = { noodtoegang: een?.id ?? '', oordeel: 'NIET_TERECHT' };
  for (const als of [DOENER, 'consulent-lv'])
    for (const id of ['VW-001', 'VW-002']) {
      const { errors } = await stelDocument(graph, id, { als, ...(id === 'VW-002' && { variabelen }) });
      expect([als, id, errors?.[0]?.extensions.code]).toEqual([als, id, 'NIET_GEAUTORISEERD']);
    }
  expect(await gezien()).toEqual([een]);

  const { data, errors } = await stelDocument(graph, 'VW-002', { variabelen });
  expect([errors, data?.['beoordeelNoodtoegang']]).toEqual([
    undefined,
    expect.objectContaining({ oordeel: 'NIET_TERECHT' }),
  ]);
  expect(await gezien()).toEqual([{ ...een, oordeel: 'NIET_TERECHT' }]);
});

it('who used it and may review gets an error of its own at what is his, and it stays unreviewed', async () => {
  const id = 'ffffffffffffffff';
  await graph.database.sql(
    'klanten',
    `insert into noodtoegang values ($1, $2, 'GM1916', 'kwaliteit-lv', 'NOODTOEGANG_CRISIS', '{GM1916}', 1, now())`,
    [id, 'f'.repeat(32)],
  );
  const { data, errors } = await stelDocument(graph, 'VW-002', { variabelen: { noodtoegang: id } });
  expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
    { beoordeelNoodtoegang: null },
    ['TWEEDE_PERSOON_NODIG'],
  ]);
  expect((await gezien()).find((each) => each.id === id)?.oordeel).toBeNull();
});
