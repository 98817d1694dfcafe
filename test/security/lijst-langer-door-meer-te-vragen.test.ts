// Threats: 19e
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';

const DOEL = 'https://register.ketengraaf.example/verwerkingen/bezwaar/1';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** The klanten that a medewerker bezwaar finds: who they are she may see of her cases, bezwaren of the whole gemeente. */
async function klanten(velden: string): Promise<readonly { readonly id: string }[]> {
  const token = await graph.uitgever.token({ sub: 'bezwaar-lv', organisatie: 'GM1916', rollen: ['bezwaar'] });
  const { data, errors } = await graph.vraag({
    body: { query: `{ klanten(first: 100) { edges { node { id ${velden} } } } }` },
    headers: { authorization: `Bearer ${token}`, 'x-verwerkingsactiviteit': DOEL },
  });
  expect(errors).toBeUndefined();
  const { edges } = data?.['klanten'] as {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
  return edges.map(({ node: { id } }) => ({ id }));
}

describe('a list of klanten', () => {
  it('does not grow by asking for a data group whose scope is wider than that of who they are', async () => {
    const zonder = await klanten('naam');
    expect(await klanten('naam bezwaren { soort }')).toEqual(zonder);
    // Otherwise nothing was compared with the whole gemeente.
    expect(zonder.length).toBeLessThan(100);
  });
});
