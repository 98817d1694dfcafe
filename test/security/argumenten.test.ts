// Threats: 4a, 11
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';

const BELEIDSINFORMATIE = 'https://register.ketengraaf.example/verwerkingen/beleidsinformatie/1';
const CIJFERS = 'begrotingen(jaren: [2013]) { jaar }';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const vraag = (
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  als = 'wethouder-haarlemmermeer',
): Promise<GraphAntwoord> =>
  graph.vraag({ body: { query, variables }, als, headers: { 'x-verwerkingsactiviteit': BELEIDSINFORMATIE } });

const GEWEIGERD = { veld: 'Query.gemeente(code)', gegevensgroep: 'financien.gemeente', reden: 'ARGUMENT' };

describe('an argument that names a gemeente for which the asker does not act', () => {
  const vragen: readonly { hoe: string; query: string; variables?: Readonly<Record<string, unknown>> }[] = [
    { hoe: 'as a literal', query: `{ gemeente(code: "GM0629") { ${CIJFERS} } }` },
    {
      hoe: 'as a variable',
      query: `query ($g: Gemeentecode!) { gemeente(code: $g) { ${CIJFERS} } }`,
      variables: { g: 'GM0629' },
    },
    {
      hoe: 'as the default of a variable',
      query: `query ($g: Gemeentecode! = "GM0629") { gemeente(code: $g) { ${CIJFERS} } }`,
    },
    {
      hoe: 'beside an allowed one',
      query: `{ eigen: gemeente(code: "GM0394") { ${CIJFERS} } ander: gemeente(code: "GM0629") { ${CIJFERS} } }`,
    },
    {
      hoe: 'in a fragment that is left out',
      query: `query ($uit: Boolean = false) { ...F @include(if: $uit) }
        fragment F on Query { gemeente(code: "GM0629") { ... on Gemeente { ...C } } } fragment C on Gemeente { x: ${CIJFERS} }`,
    },
    { hoe: 'that does not exist', query: `{ gemeente(code: "GM9999") { ${CIJFERS} } }` },
  ];

  it.each(vragen)('$hoe, is refused, and nothing is fetched', async ({ query, variables }) => {
    const { uitkomst, statements } = await volgStatements(() => vraag(query, variables));
    expect(JSON.parse(uitkomst.tekst)).not.toHaveProperty('data');
    expect(uitkomst.errors?.[0]?.extensions).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [GEWEIGERD],
    });
    expect(uitkomst.tekst).not.toMatch(/GM0629|GM9999/);
    expect(statements).toEqual([]);
  });

  it('is refused after the same question about the own gemeente was answered, and that one is answered after it', async () => {
    const query = `query ($g: Gemeentecode!) { gemeente(code: $g) { ${CIJFERS} } }`;
    for (const [g, code] of [
      ['GM0394', undefined],
      ['GM0629', 'NIET_GEAUTORISEERD'],
      ['GM0394', undefined],
    ] as const)
      expect((await vraag(query, { g })).errors?.[0]?.extensions.code, g).toBe(code);
  });

  it('is no matter where only what is public is asked', async () => {
    const { data, errors } = await vraag('{ gemeente(code: "GM0629") { naam } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ gemeente: { naam: expect.any(String) } });
  });

  it('is answered to a wethouder who sits with that gemeente in a body, and to no other', async () => {
    const query = `{ gemeente(code: "GM0629") { ${CIJFERS} } }`;
    expect((await vraag(query, {}, 'pho-lvw')).errors).toBeUndefined();
    const { errors } = await vraag(`{ gemeente(code: "GM0394") { ${CIJFERS} } }`, {}, 'pho-lvw');
    expect(errors?.[0]?.extensions['geweigerd']).toEqual([GEWEIGERD]);
  });
});
