import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';

const KLANT = pseudoniem('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101');
const NIEMAND = pseudoniem('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6dffff');
const KLANTREGIE = 'https://register.ketengraaf.example/verwerkingen/klantregie/1';
const VORDERINGEN = 'id naam vorderingen { edges { node { openstaand } } }';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const vraag = (query: string, headers: Readonly<Record<string, string>> = {}): Promise<GraphAntwoord> =>
  graph.vraag({
    body: { query },
    als: 'consulent-lv',
    headers: { 'x-verwerkingsactiviteit': KLANTREGIE, ...headers },
  });

/** Every figure within an answer. */
function cijfersIn(value: unknown): readonly { readonly waarde: unknown; readonly toestand: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('waarde' in value && 'toestand' in value) return [{ waarde: value.waarde, toestand: value.toestand }];
  return Object.values(value).flatMap(cijfersIn);
}

describe('on the wire there are five answers', () => {
  it('a value', async () => {
    const { status, data, errors } = await vraag(`{ klant(id: "${KLANT}") { ${VORDERINGEN} } }`);
    expect([status, errors]).toEqual([200, undefined]);
    expect(data?.['klant']).toMatchObject({ id: KLANT, naam: expect.any(String) });
  });

  it('absent: null, or an empty list, without an error', async () => {
    const geen = await vraag(`{ klant(id: "${NIEMAND}") { ${VORDERINGEN} } }`);
    expect([geen.status, geen.data, geen.errors]).toEqual([200, { klant: null }, undefined]);
    const leeg = await vraag('{ taken(totEnMet: "1999-01-01") { edges { node { id } } } }');
    expect([leeg.status, leeg.data, leeg.errors]).toEqual([200, { taken: { edges: [] } }, undefined]);
  });

  it('not applicable, absent or suppressed, as the state of a figure: never without one, and never with a value', async () => {
    const { data, errors } = await graph.vraag({
      body: { documentId: 'keten:PHO-001', variables: { gemeente: 'GM0394' } },
      als: 'wethouder-haarlemmermeer',
    });
    expect(errors).toBeUndefined();
    const cijfers = cijfersIn(data);
    const toestanden = cijfers.map(({ toestand }) => toestand);
    expect(toestanden).toContain('WAARDE');
    expect(toestanden).toContain('AFWEZIG');
    for (const { waarde, toestand } of cijfers) expect(waarde !== null).toBe(toestand === 'WAARDE');
  });

  it('refused: no data at all, and per field why', async () => {
    const query = `{ klant(id: "${KLANT}") { id naam } gemeente(code: "GM1916") { begrotingen(jaren: [2013]) { jaar } } }`;
    for (const [accept, status] of [
      ['application/graphql-response+json', 403],
      ['application/json', 200],
    ] as const) {
      const antwoord = await vraag(query, { accept });
      expect(antwoord.status).toBe(status);
      expect(antwoord.headers.get('content-type')).toContain(accept);
      const body = JSON.parse(antwoord.tekst) as Record<string, unknown>;
      expect(Object.keys(body)).toEqual(['errors', 'extensions']);
      expect(antwoord.errors?.[0]?.extensions).toMatchObject({
        code: 'NIET_GEAUTORISEERD',
        geweigerd: [
          { veld: 'Gemeente.begrotingen', gegevensgroep: 'financien.gemeente', reden: 'GEEN_RECHT' },
          { veld: 'Begroting.jaar', gegevensgroep: 'financien.gemeente', reden: 'GEEN_RECHT' },
        ],
      });
    }
  });

  it('and without a valid token 401, whatever is asked and however the answer is wanted', async () => {
    const query = '{ __typename }';
    for (const accept of ['application/graphql-response+json', 'application/json']) {
      const zonder = await graph.vraag({ body: { query }, headers: { accept } });
      const onzin = await graph.vraag({
        body: { query },
        headers: { accept, authorization: 'Bearer a.b.c' },
      });
      for (const [{ status, tekst, errors }, code] of [
        [zonder, 'NIET_AANGEMELD'],
        [onzin, 'TOKEN_ONGELDIG'],
      ] as const) {
        expect([status, errors?.[0]?.extensions.code]).toEqual([401, code]);
        expect(JSON.parse(tekst)).not.toHaveProperty('data');
      }
    }
  });

  it('a source that failed: null, and an error with its path', async () => {
    await graph.stopSubgraph('financien');
    const { status, data, errors } = await vraag(`{ klant(id: "${KLANT}") { ${VORDERINGEN} } }`);
    expect([status, data?.['klant']]).toMatchObject([200, { id: KLANT, vorderingen: null }]);
    expect(errors).toMatchObject([
      { path: ['klant', 'vorderingen'], extensions: { code: 'BRON_MISLUKT', bron: 'financien' } },
    ]);
  });
});

describe('the schema that an asker is told', () => {
  const TYPE = (naam: string): string => `{ __type(name: "${naam}") { fields { name } } }`;
  const velden = async (naam: string, als: string): Promise<readonly string[] | undefined> => {
    const { data } = await graph.vraag({ body: { query: TYPE(naam) }, als });
    const type = data?.['__type'] as { readonly fields: readonly { readonly name: string }[] } | null;
    return type?.fields.map(({ name }) => name);
  };

  it('holds what the asker may see for some purpose, and nothing that is always refused', async () => {
    expect(await velden('Klant', 'consulent-lv')).toContain('naam');
    expect(await velden('Klant', 'consulent-lv')).not.toContain('shv');
    expect((await velden('Klant', 'wethouder-haarlemmermeer')) ?? []).not.toContain('naam');
    expect(await velden('Begroting', 'consulent-lv')).toBeUndefined();
    expect(await velden('Begroting', 'wethouder-haarlemmermeer')).toContain('jaar');
  });

  it('protects nothing: what it leaves out is refused when asked, like what it shows', async () => {
    const begroting = await vraag('{ gemeente(code: "GM1916") { begrotingen(jaren: [2013]) { jaar } } }');
    expect(begroting.errors?.[0]?.extensions.code).toBe('NIET_GEAUTORISEERD');
    const bestaatNiet = await vraag('{ gemeente(code: "GM1916") { bestaatNiet } }');
    expect(bestaatNiet.errors?.[0]?.extensions.code).toBe('DOCUMENT_ONGELDIG');
  });
});
