// Threats: 11
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { klantId, klantSleutel } from '../graph/stel-document.ts';
import { beginGraph, claimsVan, type Testgraph } from '../setup/begin-graph.ts';

const uris = laadVerwerkingsregister().map(({ uri }) => uri);
const KLANTREGIE = uris.find((uri) => uri.includes('/klantregie/')) ?? '';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** Other values for each claim that says who asks. */
const ANDERS: Readonly<Record<string, readonly unknown[]>> = {
  sub: ['collega-lv', 'vervanger-lv'],
  organisatie: ['GM0629', 'GM0394', 'UWV'],
  namens: [[], ['GM0629'], ['GM0394']],
  rollen: [['consulent_inkomen'], ['consulent_werk'], ['handhaver'], [], ['regisseur', 'poortwachter']],
  rechten: [['noodtoegang'], ['afgeschermd']],
  team: ['Werk en Inkomen 2', undefined],
  via: ['DUIVENVOORDE'],
  klant: [klantSleutel(0x102)],
};

const tweetallen = fc
  .constantFrom(...Object.keys(ANDERS))
  .chain((claim) => fc.tuple(fc.constant(claim), fc.constantFrom(...(ANDERS[claim] ?? []))))
  .map(([claim, waarde]): readonly [Record<string, unknown>, Record<string, unknown>] => {
    const een = claimsVan('consulent-lv');
    return [een, { ...een, [claim]: waarde }];
  });

const VELDEN = [
  `klant(id: "${klantId(0x101)}") { naam }`,
  `klant(id: "${klantId(0x108)}") { naam indelingen { waarde } }`,
  `klant(id: "${klantId(0x106)}") { naam vorderingen { edges { node { openstaand } } } }`,
  'klanten(first: 3) { edges { cursor node { id naam } } pageInfo { hasNextPage } }',
  'taken(totEnMet: "2013-06-30", first: 3) { edges { node { id soort } } }',
  'gemeente(code: "GM1916") { naam }',
  'mijnDossier { naam }',
];

/** How often a document was asked: it begins with a name that was not seen before, so that nothing is kept of it. */
let nummer = 0;

it('two askers who differ in one claim each get their own answer, whoever asked a document first', async () => {
  const stel = async (
    query: string,
    claims: Record<string, unknown>,
    reden: string | undefined,
  ): Promise<string> => {
    const { status, tekst } = await graph.vraag({
      body: { query },
      headers: {
        authorization: `Bearer ${await graph.uitgever.token(claims)}`,
        'x-verwerkingsactiviteit': KLANTREGIE,
        traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01`,
        ...(reden === undefined ? {} : { 'x-toegangsreden': reden }),
      },
    });
    return `${status} ${tekst}`;
  };
  let verschilden = 0;
  await fc.assert(
    fc.asyncProperty(
      tweetallen,
      fc.constantFrom(...VELDEN),
      fc.constantFrom(undefined, undefined, 'TEAM_CASUSOVERLEG'),
      async ([een, ander], velden, reden) => {
        const vers = (): string => `query Q${(nummer += 1)} { ${velden} }`;
        const [eerst, daarna] = [vers(), vers()];
        const volgorde = [
          await stel(eerst, een, reden),
          await stel(eerst, ander, reden),
          await stel(eerst, een, reden),
        ];
        const omgekeerd = [
          await stel(daarna, ander, reden),
          await stel(daarna, een, reden),
          await stel(daarna, ander, reden),
        ];
        expect(volgorde).toEqual([omgekeerd[1], omgekeerd[0], omgekeerd[1]]);
        if (volgorde[0] !== volgorde[1]) verschilden += 1;
      },
    ),
    { numRuns: 40 },
  );
  expect(verschilden).toBeGreaterThan(5);
}, 60_000);
