import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';

const uris = new Map(laadVerwerkingsregister().map(({ code, uri }) => [code, uri]));

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const vraag = (als: string, doel: string, query: string): Promise<GraphAntwoord> =>
  graph.vraag({ body: { query }, als, headers: { 'x-verwerkingsactiviteit': uris.get(doel) ?? '' } });

/** How many klanten somebody reaches on a first page. */
async function bereikt(als: string, doel: string): Promise<number> {
  const { data, errors } = await vraag(als, doel, '{ klanten(first: 50) { edges { node { naam } } } }');
  expect(errors).toBeUndefined();
  return (data?.['klanten'] as { readonly edges: readonly unknown[] }).edges.length;
}

describe('who reaches klanten', () => {
  it('a consulent inkomen of a gemeente without regie: all of hers; of one with regie: only the own caseload', async () => {
    expect(await bereikt('consulent-haarlemmermeer', 'pw-inkomen')).toBe(50);
    expect(await bereikt('consulent-wassenaar', 'pw-inkomen')).toBe(0);
  });

  it('a regisseur without klanten of his own: nobody, until he says why', async () => {
    for (const als of ['collega-lv', 'vervanger-lv', 'noodtoegang-lv'])
      expect([als, await bereikt(als, 'klantregie')]).toEqual([als, 0]);
  });

  it('a poortwachter and the uitkeringsadministratie: those of the gemeenten whose task it is', async () => {
    expect(await bereikt('poortwachter-lv', 'intake')).toBe(50);
    expect(await bereikt('uitbetaling-lv', 'pw-inkomen')).toBe(50);
    expect(await bereikt('administratie-dv', 'pw-inkomen')).toBe(50);
  });
});

describe('who is refused', () => {
  it.each([
    ['wethouder-wassenaar', 'beleidsinformatie'],
    ['clientenraad', 'beleidsinformatie'],
    ['controller-dv', 'beleidsinformatie'],
    ['wsp-adviseur', 'bemiddeling'],
    ['fg-lv', 'verantwoording'],
    ['werkgever-90001354', 'bemiddeling'],
    ['werkcoach-uwv', 'bemiddeling'],
  ])('%s, who asks for klanten for %s', async (als, doel) => {
    const { data, errors } = await vraag(als, doel, '{ klanten(first: 1) { edges { node { naam } } } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.['code']).toBe('NIET_GEAUTORISEERD');
  });

  it.each([
    'werkgever-90001354',
    'uitvoerder-baanbrug',
    'schuldhulp-plangroep',
    'bezwaarcommissie',
    'accountant',
  ])('%s, who asks for a bsn for any purpose', async (als) => {
    for (const doel of uris.keys()) {
      const { data, errors } = await vraag(als, doel, '{ mijnDossier { bsn } }');
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions?.['code']).toBe('NIET_GEAUTORISEERD');
    }
  });
});
