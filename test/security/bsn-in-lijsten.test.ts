// Threats: 19c
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';

const EEN = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const ANDER = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0002';
const PW_INKOMEN = 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const vraag = (query: string): Promise<GraphAntwoord> =>
  graph.vraag({
    body: { query },
    als: 'consulent-haarlemmermeer',
    headers: { 'x-verwerkingsactiviteit': PW_INKOMEN },
  });

describe('a bsn asked by somebody whom the matrix grants it', () => {
  it('is given of one klant', async () => {
    const { data: lijst } = await vraag('{ klanten(first: 1) { edges { node { id } } } }');
    const [edge] = (lijst?.['klanten'] as { edges: { node: { id: string } }[] }).edges;
    const { data } = await vraag(
      `{ klant(id: "${edge?.node.id}") { bsn ...F } } fragment F on Klant { bsn }`,
    );
    expect(data).toEqual({ klant: { bsn: expect.stringMatching(/^\d{9}$/) } });
  });

  it.each([
    ['of a page of klanten', '{ klanten { edges { node { bsn } } } }'],
    ['of the klanten of taken', '{ taken(totEnMet: "2013-12-31") { edges { node { klant { bsn } } } } }'],
    ['of the klanten of aanvragen', '{ aanvragen { edges { node { klant { bsn } } } } }'],
    ['of who share an uitkering', `{ klant(id: "${EEN}") { uitkeringen { rechthebbenden { bsn } } } }`],
    ['of two klanten under two names', `{ a: klant(id: "${EEN}") { bsn } b: klant(id: "${ANDER}") { bsn } }`],
    [
      'behind a fragment, another name and a condition',
      '{ klanten { edges { node { ...F @skip(if: true) } } } } fragment F on Klant { x: bsn }',
    ],
  ])('is refused %s, before anything is fetched', async (_, query) => {
    const { uitkomst, statements } = await volgStatements(() => vraag(query));
    expect(JSON.parse(uitkomst.tekst)).not.toHaveProperty('data');
    expect(uitkomst.errors?.[0]?.extensions).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [{ veld: 'Klant.bsn', gegevensgroep: 'klant.bsn', reden: 'IN_LIJST' }],
    });
    expect(statements).toEqual([]);
  });
});
