import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, claimsVan, type Testgraph } from '../setup/begin-graph.ts';
import { beoordeel } from './beoordeel.ts';
import { type Geval, laadGevallen } from './geval.ts';
import { type Uitslag, voerUit } from './voer-uit.ts';

const gevallen = laadGevallen();
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let graph: Testgraph;
const uitslagen: Uitslag[] = [];
beforeAll(async () => {
  graph = await beginGraph();
  const token = (als: string): Promise<string> => graph.uitgever.token(claimsVan(als));
  for await (const uitslag of voerUit(gevallen, { url: graph.url, token })) uitslagen.push(uitslag);
});
afterAll(() => graph.stop());

describe('the suite of authorisation cases holds for this gateway', () => {
  it.each(gevallen.map(({ naam }, at) => [naam, at] as const))('%s', (_, at) => {
    expect(uitslagen[at]?.gebrek).toBeUndefined();
  });
});

describe('the command', () => {
  const token = join(mkdtempSync(join(tmpdir(), 'ketengraaf-autorisatie-')), 'token');
  afterAll(() => rmSync(join(token, '..'), { recursive: true }));
  const run = async (als: string): Promise<{ readonly code: number; readonly stdout: string }> => {
    writeFileSync(token, await graph.uitgever.token(claimsVan(als)));
    try {
      const commando = `${process.execPath} -p "require('fs').readFileSync('${token.replaceAll('\\', '/')}', 'utf8')" {als}`;
      const args = [MAIN, '--url', graph.url, '--token-commando', commando];
      return { code: 0, ...(await promisify(execFile)(process.execPath, args)) };
    } catch (error) {
      return error as { readonly code: number; readonly stdout: string };
    }
  };

  it('asks for a token for each user, and fails where somebody gets the rights of another', async () => {
    const { code, stdout } = await run('wethouder-haarlemmermeer');
    expect(code).toBe(1);
    expect(stdout).toContain(`1..${gevallen.length}`);
    expect(stdout).toContain('ok 1 - without a token nothing is answered');
    expect(stdout).toMatch(/not ok \d+ - a regisseur reaches the own caseload/);
  });
});

describe('an answer is not as it must be', () => {
  const geval = (verwacht: Geval['verwacht'], gelijkAan?: string): Geval => ({
    naam: 'x',
    query: '',
    variables: {},
    onthoud: {},
    verwacht,
    gelijkAan,
  });
  const leeg = { status: 200, body: { data: { klant: null } } };
  const gevuld = { status: 200, body: { data: { klant: { naam: 'Iemand' } } } };
  const geweigerd = {
    status: 403,
    body: {
      errors: [
        {
          extensions: { code: 'NIET_GEAUTORISEERD', geweigerd: [{ veld: 'Klant.bsn', reden: 'GEEN_RECHT' }] },
        },
      ],
    },
  };

  it.each([
    ['a value that is not there', geval({ waarde: ['klant.naam'] }), leeg],
    ['a value that is there', geval({ afwezig: ['klant'] }), gevuld],
    [
      'an error beside an absence',
      geval({ afwezig: ['klant'] }),
      { status: 200, body: { data: null, errors: [{}] } },
    ],
    ['data where all is refused', geval({ geweigerd: [['Klant.bsn', 'GEEN_RECHT']] }), gevuld],
    ['another field that was refused', geval({ geweigerd: [['Klant.naam', 'GEEN_RECHT']] }), geweigerd],
    ['another status', geval({ geweigerd: [['Klant.bsn', 'GEEN_RECHT']] }), { ...geweigerd, status: 200 }],
    ['another code', geval({ fout: 'DOEL_ONBEKEND' }), geweigerd],
    ['an answer that must be the same', geval({ afwezig: ['niets'] }, 'eerder'), gevuld],
  ])('%s', (_, verwacht, antwoord) => {
    expect(beoordeel(verwacht, antwoord, new Map([['eerder', leeg]]))).toBeDefined();
  });

  it('and is where it is', () => {
    expect(
      beoordeel(geval({ afwezig: ['klant'] }, 'eerder'), leeg, new Map([['eerder', leeg]])),
    ).toBeUndefined();
    expect(beoordeel(geval({ waarde: ['klant.naam'] }), gevuld, new Map())).toBeUndefined();
    expect(
      beoordeel(geval({ geweigerd: [['Klant.bsn', 'GEEN_RECHT']] }), geweigerd, new Map()),
    ).toBeUndefined();
  });
});
