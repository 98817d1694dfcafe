// Threats: 19d
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';

/** Somebody of Haarlemmermeer. */
const BSN = '999930023';
const NAAM = 'Annelies Verhoeven-Brink';
const GEBOREN = '1988-11-15';
const DOEL = 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1';

/** The same for all, so that the bytes of two answers may be compared. */
const TRACE = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const vraag = (query: string, variables: object, als = 'consulent-haarlemmermeer'): Promise<GraphAntwoord> =>
  graph.vraag({
    body: { query, variables },
    als,
    headers: { 'x-verwerkingsactiviteit': DOEL, traceparent: TRACE },
  });
const opBsn = (bsn: string): Promise<GraphAntwoord> =>
  vraag('query ($bsn: Bsn!) { zoekKlantOpBsn(bsn: $bsn) { id naam } }', { bsn });
const opNaam = (naam: string): Promise<GraphAntwoord> =>
  vraag('query ($naam: String!, $dag: Datum!) { zoekKlant(naam: $naam, geboortedatum: $dag) { id naam } }', {
    naam,
    dag: GEBOREN,
  });

describe('a search', () => {
  it('finds by bsn and by name whom a consulent may see, under the same pseudonym', async () => {
    const { data: bsn } = await opBsn(BSN);
    const { data: naam } = await opNaam(NAAM);
    expect(bsn).toEqual({ zoekKlantOpBsn: { id: expect.any(String), naam: NAAM } });
    expect(naam).toEqual({ zoekKlant: [bsn?.['zoekKlantOpBsn']] });
  });

  it('answers about who lives elsewhere as about nobody: the same bytes, by the same statements', async () => {
    const [elders] = await graph.database.sql(
      'klanten',
      "select bsn, naam, geboortedatum::text as dag from klant where verantwoordelijke = 'GM0629' order by id limit 1",
    );
    const paren = [
      [() => opBsn(String(elders?.['bsn'])), () => opBsn('999990019')],
      [() => opNaam(String(elders?.['naam'])), () => opNaam('Niemand van Nergens')],
    ] as const;
    for (const [vreemd, onbekend] of paren) {
      const een = await volgStatements(vreemd);
      const ander = await volgStatements(onbekend);
      expect(een.uitkomst.errors).toBeUndefined();
      expect(een.uitkomst.tekst).toBe(ander.uitkomst.tekst);
      expect(een.statements).toEqual(ander.statements);
    }
  });

  it('by bsn is about one person in a question', async () => {
    const { errors } = await vraag(
      'query ($a: Bsn!, $b: Bsn!) { a: zoekKlantOpBsn(bsn: $a) { id } b: zoekKlantOpBsn(bsn: $b) { id } }',
      { a: BSN, b: '999930163' },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [{ veld: 'Query.zoekKlantOpBsn', reden: 'IN_LIJST' }],
    });
  });

  it('repeats in no error what was searched', async () => {
    const { tekst, errors } = await opBsn('999930024');
    expect(errors).toHaveLength(1);
    expect(tekst).not.toContain('9999300');
  });

  it('is recorded, also when it found nobody, and never with what was searched', async () => {
    await graph.database.sql('klanten', 'truncate logboek');
    await opBsn('999990019');
    await opNaam(NAAM);
    const regels = await graph.database.sql('klanten', 'select * from logboek order by start_time');
    expect(regels.map(({ name, betrokkenen }) => [name, (betrokkenen as string[]).length])).toEqual([
      ['Query.zoekKlantOpBsn', 0],
      ['Query.zoekKlant', 1],
    ]);
    expect(JSON.stringify(regels)).not.toMatch(/9999900|Verhoeven|1988/);
  });
});
