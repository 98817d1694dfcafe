// Threats: 2a
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, claimsVan, type Testgraph } from '../setup/begin-graph.ts';

const REGISTER = 'https://register.ketengraaf.example/verwerkingen';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** Asks with these lines of headers, as they stand: the same name may occur twice. */
async function stel(
  body: unknown,
  ...koppen: readonly (readonly [naam: string, waarde: string])[]
): Promise<readonly [status: number | undefined, code: string | undefined]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly [number | undefined, string]>();
  const inhoud = JSON.stringify(body);
  const vraag = request(graph.url, {
    method: 'POST',
    headers: [
      ...Object.entries({
        host: new URL(graph.url).host,
        accept: 'application/graphql-response+json',
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(inhoud)),
        connection: 'close',
      }).flat(),
      ...koppen.flat(),
    ],
  });
  vraag.on('error', reject);
  vraag.on('response', (antwoord) => {
    text(antwoord).then((tekst) => resolve([antwoord.statusCode, tekst]), reject);
  });
  vraag.end(inhoud);
  const [status, tekst] = await promise;
  const { errors } = JSON.parse(tekst) as { errors?: readonly { extensions: { code: string } }[] };
  return [status, errors?.[0]?.extensions.code];
}

const GEMEENTE = { query: '{ gemeente(code: "GM0394") { naam } }' };
const KLANTEN = { query: '{ klanten(first: 1) { edges { node { naam } } } }' };
const tokenVan = async (gebruiker: string) =>
  ['Authorization', `Bearer ${await graph.uitgever.token(claimsVan(gebruiker))}`] as const;

describe('two Authorization headers in one question', () => {
  it('are refused, whichever of the two is the good one', async () => {
    const goed = await tokenVan('consulent-haarlemmermeer');
    for (const ander of [
      ['Authorization', 'Bearer x'] as const,
      await tokenVan('wethouder-haarlemmermeer'),
    ]) {
      expect(await stel(GEMEENTE, goed, ander)).toEqual([401, 'TOKEN_ONGELDIG']);
      expect(await stel(GEMEENTE, ander, goed)).toEqual([401, 'TOKEN_ONGELDIG']);
    }
  });

  it('are refused when they are equal, and however they are spelled', async () => {
    const goed = await tokenVan('consulent-haarlemmermeer');
    expect(await stel(GEMEENTE, goed, goed)).toEqual([401, 'TOKEN_ONGELDIG']);
    expect(await stel(GEMEENTE, goed, ['aUTHORIZATION', goed[1]])).toEqual([401, 'TOKEN_ONGELDIG']);
  });

  it('one is answered', async () => {
    expect(await stel(GEMEENTE, await tokenVan('consulent-haarlemmermeer'))).toEqual([200, undefined]);
  });
});

describe('a purpose or a reason that is stated twice, each differently', () => {
  const intake = `${REGISTER}/intake/1`;
  const toezicht = `${REGISTER}/toezicht/1`;

  it.each([
    ['X-Verwerkingsactiviteit', 'X-Verwerkingsactiviteit'],
    ['X-Doelbinding', 'X-Doelbinding'],
    ['X-Verwerkingsactiviteit', 'X-Doelbinding'],
  ])('is refused: %s and %s', async (een, twee) => {
    const token = await tokenVan('poortwachter-lv');
    expect(await stel(KLANTEN, token, [een, intake])).toEqual([200, undefined]);
    expect(await stel(KLANTEN, token, [een, intake], [twee, toezicht])).toEqual([400, 'DOEL_ONBEKEND']);
    expect(await stel(KLANTEN, token, [een, toezicht], [twee, intake])).toEqual([400, 'DOEL_ONBEKEND']);
  });

  it('is refused: X-Toegangsreden', async () => {
    const rest = [await tokenVan('collega-lv'), ['X-Doelbinding', `${REGISTER}/klantregie/1`]] as const;
    const [team, vervanging] = ['TEAM_CASUSOVERLEG', 'VERVANGING_AFWEZIG'];
    expect(await stel(KLANTEN, ...rest, ['X-Toegangsreden', team])).toEqual([200, undefined]);
    expect(await stel(KLANTEN, ...rest, ['X-Toegangsreden', team], ['X-Toegangsreden', vervanging])).toEqual([
      400,
      'TOEGANGSREDEN_ONBEKEND',
    ]);
  });
});
