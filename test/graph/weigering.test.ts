import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';

const KLANT = pseudoniem('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001');
const PW_INKOMEN = 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const vrij = (query: string, als = 'consulent-haarlemmermeer', doel = PW_INKOMEN): Promise<GraphAntwoord> =>
  graph.vraag({ body: { query }, als, headers: { 'x-verwerkingsactiviteit': doel } });

describe('a field outside the groups of the role', () => {
  const gebruiktData = async (vraag: () => Promise<GraphAntwoord>) => {
    const { uitkomst, statements } = await volgStatements(vraag);
    return { ...uitkomst, statements };
  };

  it('refuses the whole operation, names the field and fetches nothing', async () => {
    const query = `{ gemeente(code: "GM0394") { naam begrotingen(jaren: [2013]) { jaar } } klant(id: "${KLANT}") { naam } }`;
    const { tekst, errors, statements } = await gebruiktData(() => vrij(query));
    expect(JSON.parse(tekst)).not.toHaveProperty('data');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [
        { veld: 'Gemeente.begrotingen', gegevensgroep: 'financien.gemeente', reden: 'GEEN_RECHT' },
        { veld: 'Begroting.jaar', gegevensgroep: 'financien.gemeente', reden: 'GEEN_RECHT' },
      ],
    });
    expect(statements).toEqual([]);
  });

  it('leads a wethouder to no person', async () => {
    const doel = 'https://register.ketengraaf.example/verwerkingen/beleidsinformatie/1';
    for (const veld of [
      'naam',
      'bsn',
      'uitkeringen { regeling }',
      'vorderingen { edges { node { openstaand } } }',
    ]) {
      const { errors } = await vrij(
        `{ klanten { edges { node { ${veld} } } } }`,
        'wethouder-haarlemmermeer',
        doel,
      );
      expect(errors?.[0]?.extensions.code, veld).toBe('NIET_GEAUTORISEERD');
    }
  });

  it('does not come in by another name, a fragment or a condition', async () => {
    const operations = [
      '{ klanten { edges { node { id: naam } } } }',
      'query { ...A } fragment A on Query { klanten { edges { node { ...B } } } } fragment B on Klant { naam }',
      'query Q($no: Boolean = false) { klanten { edges { node { id naam @include(if: $no) } } } }',
      '{ klanten { edges { node { ... on Klant { ... { naam } } } } } }',
    ];
    for (const query of operations) {
      const { errors } = await vrij(query, 'wethouder-haarlemmermeer');
      expect(errors?.[0]?.extensions.code, query).toBe('NIET_GEAUTORISEERD');
    }
  });

  it('of a person is refused without a purpose, and with one that is not in the register', async () => {
    const zonder = await graph.vraag({
      body: { query: '{ klanten { edges { node { naam } } } }' },
      als: 'consulent-haarlemmermeer',
    });
    expect(zonder.errors?.[0]?.extensions).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [
        { veld: 'Query.klanten', reden: 'GEEN_DOEL' },
        { veld: 'Klant.naam', reden: 'GEEN_DOEL' },
      ],
    });
    const onbekend = await vrij(
      '{ klanten { edges { node { naam } } } }',
      'consulent-haarlemmermeer',
      'https://x.example/y',
    );
    expect(onbekend.errors?.[0]?.extensions.code).toBe('DOEL_ONBEKEND');
  });

  it('of a trusted document is refused with another purpose than the one it fixes', async () => {
    const vraag = (doel: string) =>
      graph.vraag({
        body: { documentId: 'keten:PHO-001' },
        als: 'wethouder-haarlemmermeer',
        headers: { 'x-verwerkingsactiviteit': doel },
      });
    const ander = await vraag('https://register.ketengraaf.example/verwerkingen/pw-inkomen/1');
    expect(ander.errors?.[0]?.extensions.code).toBe('DOEL_ONBEKEND');
    const eigen = await vraag('https://register.ketengraaf.example/verwerkingen/beleidsinformatie/1');
    expect(eigen.errors?.[0]?.extensions.code).not.toBe('DOEL_ONBEKEND');
  });

  it('is 403 for application/graphql-response+json and 200 for application/json', async () => {
    const body = { query: '{ klanten { edges { node { naam } } } }' };
    const status = async (accept: string) =>
      (await graph.vraag({ body, als: 'wethouder-haarlemmermeer', headers: { accept } })).status;
    expect(await status('application/graphql-response+json')).toBe(403);
    expect(await status('application/json')).toBe(200);
  });
});

describe('that somebody is a klant', () => {
  it('is told to nobody without the right to know who it is', async () => {
    for (const query of [`{ klant(id: "${KLANT}") { id } }`, '{ klanten { edges { cursor } } }']) {
      const { errors } = await graph.vraag({ body: { query }, als: 'consulent-haarlemmermeer' });
      expect(errors?.[0]?.extensions.code, query).toBe('NIET_GEAUTORISEERD');
    }
  });

  it('is told by the keys alone to who has it', async () => {
    const { data } = await vrij(
      `{ klant(id: "${KLANT}") { id } klanten(first: 1) { edges { node { id } } } }`,
    );
    expect(data).toMatchObject({ klant: { id: KLANT }, klanten: { edges: [{ node: {} }] } });
  });
});
