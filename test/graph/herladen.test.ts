import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';
import { kopieerSchema } from '../setup/schema-map.ts';

const KLANT = pseudoniem('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101');

let map: string;
let graph: Testgraph;
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-stand-'));
  kopieerSchema(map);
  graph = await beginGraph({ SCHEMA_MAP: map });
});
afterEach(async () => {
  kopieerSchema(map);
  await graph.herlaad();
});
afterAll(async () => {
  await graph.stop();
  rmSync(map, { recursive: true, force: true });
});

function wijzig(pad: string, verander: (tekst: string) => string): void {
  const bestand = join(map, pad);
  const tekst = readFileSync(bestand, 'utf8');
  const nieuw = verander(tekst);
  expect(nieuw).not.toBe(tekst);
  writeFileSync(bestand, nieuw);
}

const klantbeeld = (): Promise<GraphAntwoord> =>
  graph.vraag({
    body: { documentId: 'keten:WP-001', variables: { klant: KLANT } },
    als: 'consulent-lv',
  });

const zonderRegelsVan = (rol: string) => (tekst: string) =>
  tekst
    .split('\n')
    .filter((regel) => !regel.startsWith(`${rol},`))
    .join('\n');

describe('herladen', () => {
  it('neemt een gewijzigde matrix in gebruik', async () => {
    expect((await klantbeeld()).data?.['klant']).toMatchObject({ id: KLANT });
    wijzig('beleid/matrix.csv', zonderRegelsVan('regisseur'));
    expect(await graph.herlaad()).toBe('replaced');
    expect((await klantbeeld()).errors).toMatchObject([{ extensions: { code: 'NIET_GEAUTORISEERD' } }]);
  });

  it('neemt gewijzigde Cedar-regels in gebruik: wat zij niet toestaan geeft de matrix alleen niet', async () => {
    wijzig('beleid/cedar/werk.cedar', (tekst) => tekst.replaceAll('"klantregie"', '"kwaliteit"'));
    expect(await graph.herlaad()).toBe('replaced');
    expect((await klantbeeld()).errors).toMatchObject([{ extensions: { code: 'NIET_GEAUTORISEERD' } }]);
  });

  it('neemt gewijzigde vaste vragen in gebruik', async () => {
    wijzig('operaties/register.json', (tekst) => tekst.replace('keten:WP-001', 'keten:WP-900'));
    expect(await graph.herlaad()).toBe('replaced');
    expect((await klantbeeld()).errors).toMatchObject([{ extensions: { code: 'DOCUMENT_ONBEKEND' } }]);
  });

  it.each([
    ['beleid/matrix.csv', (tekst: string) => `${tekst}onzin\n`],
    ['beleid/matrix.csv', (tekst: string) => tekst.replace('consulent_inkomen,GEMEENTE', 'kcc,GEMEENTE')],
    ['beleid/verwerkingsregister.json', (tekst: string) => tekst.replace('"traject"', '"sturing"')],
    ['beleid/gegevensgroepen.json', (tekst: string) => tekst.replace('"traject"', '"reis"')],
    ['beleid/cedar/werk.cedar', (tekst: string) => tekst.replace('"regisseur"', '"regiseur"')],
    ['beleid/cedar/nooit.cedar', (tekst: string) => tekst.replace('forbid', 'forbit')],
    ['beleid/argumenten.csv', (tekst: string) => tekst.replace('organisatie,', 'gemeente,')],
    ['ketenpartners/organisaties.json', (tekst: string) => tekst.slice(1)],
    ['ketenpartners/samenwerkingen.json', (tekst: string) => tekst.replace('GM0626', 'GM9999')],
    ['ketenpartners/instellingen.json', (tekst: string) => tekst.replace('false', '"nee"')],
    ['ketenpartners/verwerkers.json', (tekst: string) => tekst.replace('GM0626', 'DUIVENVOORDE')],
    ['operaties/WP-001.graphql', (tekst: string) => tekst.replace('naam', 'schoenmaat')],
  ])('weigert een fout in %s, en wat draait blijft', async (pad, verander) => {
    wijzig(pad, verander);
    expect(await graph.herlaad()).toBe('refused');
    expect((await klantbeeld()).data?.['klant']).toMatchObject({ id: KLANT });
  });
});
