// Threats: 61c
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';
import { kopieerSchema } from '../setup/schema-map.ts';

const KLANTREGIE = 'https://register.ketengraaf.example/verwerkingen/klantregie/1';
const VRAGERS = 4;

let map: string;
let graph: Testgraph;
/** A klant of Wassenaar in the caseload of a regisseur of Leidschendam-Voorburg, who has a mandate for it. */
let klant: string;
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-last-'));
  kopieerSchema(map);
  graph = await beginGraph({ SCHEMA_MAP: map });
  const [rij] = await graph.database.sql(
    'klanten',
    `select klant_id from klantbereik where verantwoordelijke = 'GM0629' and medewerker = 'consulent-lv'
       and not afgeschermd and geldig_van <= '2013-04-02' and geldig_tot is null limit 1`,
  );
  klant = pseudoniem(String(rij?.['klant_id']));
});
afterEach(async () => {
  kopieerSchema(map);
  await graph.herlaad();
});
afterAll(async () => {
  await graph.stop();
  rmSync(map, { recursive: true, force: true });
});

const vraag = (): Promise<GraphAntwoord> =>
  graph.vraag({
    body: { query: 'query ($id: ID!) { klant(id: $id) { naam } }', variables: { id: klant } },
    als: 'consulent-lv',
    headers: { 'x-verwerkingsactiviteit': KLANTREGIE },
  });

/** What an answer says, in one word. */
function uitkomst({ status, data, errors }: GraphAntwoord): string {
  if (errors !== undefined) return `${errors[0]?.extensions.code}${data === undefined ? '' : ' with data'}`;
  return status === 200 && data !== undefined ? (data?.['klant'] === null ? 'absent' : 'value') : `${status}`;
}

interface Samenwerking {
  readonly taak: string;
  readonly uitvoerder?: string;
  readonly geldigTot?: string;
}

const samenwerkingen = (verander: (alle: Samenwerking[]) => Samenwerking[]): void => {
  const bestand = join(map, 'ketenpartners/samenwerkingen.json');
  writeFileSync(
    bestand,
    JSON.stringify(verander(JSON.parse(readFileSync(bestand, 'utf8')) as Samenwerking[])),
  );
};
const isMandaat = ({ taak, uitvoerder }: Samenwerking): boolean =>
  taak === 'uitkering' && uitvoerder === 'GM1916';

describe('under load, with a reload in the midst of it', () => {
  it.each([
    {
      wat: 'a policy that gives less',
      na: 'NIET_GEAUTORISEERD',
      wijzig: () => {
        const bestand = join(map, 'beleid/matrix.csv');
        const regels = readFileSync(bestand, 'utf8').split('\n');
        writeFileSync(bestand, regels.filter((regel) => !regel.startsWith('regisseur,')).join('\n'));
      },
    },
    {
      wat: 'a samenwerking that was removed',
      na: 'absent',
      wijzig: () => samenwerkingen((alle) => alle.filter((each) => !isMandaat(each))),
    },
    {
      wat: 'a mandate that ended',
      na: 'absent',
      wijzig: () =>
        samenwerkingen((alle) =>
          alle.map((each) => (isMandaat(each) ? { ...each, geldigTot: '2020-01-01' } : each)),
        ),
    },
  ])('$wat holds for every question after it, and no question fails', async ({ wijzig, na }) => {
    expect(uitkomst(await vraag())).toBe('value');
    const gezien: { readonly begin: number; readonly uitkomst: string }[] = [];
    const klaar = new AbortController();
    let tik = 0;
    const vragers = Array.from({ length: VRAGERS }, async () => {
      do {
        const begin = (tik += 1);
        gezien.push({ begin, uitkomst: uitkomst(await vraag()) });
      } while (!klaar.signal.aborted);
    });
    while (gezien.length < 2 * VRAGERS) await vraag();
    const ervoor = gezien.length;
    wijzig();
    expect(await graph.herlaad()).toBe('replaced');
    const vanaf = tik;
    while (!gezien.some(({ begin }) => begin > vanaf + VRAGERS)) await vraag();
    klaar.abort();
    await Promise.all(vragers);

    expect(new Set(gezien.slice(0, ervoor).map((each) => each.uitkomst))).toEqual(new Set(['value']));
    expect(new Set(gezien.map((each) => each.uitkomst))).toEqual(new Set(['value', na]));
    const erna = gezien.filter(({ begin }) => begin > vanaf);
    expect(erna.length).toBeGreaterThan(0);
    expect(new Set(erna.map((each) => each.uitkomst))).toEqual(new Set([na]));
  });
});
