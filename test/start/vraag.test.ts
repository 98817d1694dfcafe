import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let map: string;
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-vraag-'));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

/** Runs the command on a data folder where nothing runs. */
function vraag(...argumenten: readonly string[]): { readonly status: number | null; readonly fout: string } {
  const { status, stderr } = spawnSync(process.execPath, ['start/vraag.ts', ...argumenten], {
    encoding: 'utf8',
    env: { ...process.env, KETENGRAAF_MAP: map },
  });
  return { status, fout: stderr };
}

test('a question says plainly that nothing runs, by its id with and without keten:', () => {
  for (const id of ['PHO-001', 'keten:PHO-001']) {
    const { status, fout } = vraag(id, '--als', 'wethouder-haarlemmermeer');
    expect(status).toBe(1);
    expect(fout).toContain('KETEN_DRAAIT_NIET');
  }
});

test('a question, a user or variables that are not known are named, and the variables are not repeated', () => {
  expect(vraag('XX-999', '--als', 'inwoner').fout).toMatch(/INSTELLINGEN_ONGELDIG[^]*WP-001/);
  expect(vraag('WP-001').fout).toContain('INSTELLINGEN_ONGELDIG');
  expect(vraag('WP-001', '--als', 'niemand').fout).toMatch(/GEBRUIKER_ONBEKEND[^]*wethouder-haarlemmermeer/);
  const { fout } = vraag('WP-001', '--als', 'inwoner', '--variabelen', '{"klant": 123456782');
  expect(fout).toContain('INSTELLINGEN_ONGELDIG');
  expect(fout).not.toContain('123456782');
});

test('a variable that the question does not have is refused, with the names that it has', () => {
  const { status, fout } = vraag('WP-001', '--als', 'consulent-lv', '--variabelen', '{"klnat": "123456782"}');
  expect(status).toBe(1);
  expect(fout).toMatch(/INSTELLINGEN_ONGELDIG[^]*It has: klant\b/);
  expect(fout).not.toContain('123456782');
  expect(vraag('WP-001', '--als', 'consulent-lv', '--variabelen', '{"klant": "x"}').fout).toContain(
    'KETEN_DRAAIT_NIET',
  );
});

test('it says how it is used, and which questions there are for whom', () => {
  const { stdout } = spawnSync(process.execPath, ['start/vraag.ts', '--help'], { encoding: 'utf8' });
  expect(stdout).toContain('npm run -s vraag -- ID --als GEBRUIKER');
  expect(stdout).toMatch(/WP-002 +consulent-lv +Caseload/);
  expect(stdout).toContain('de id uit een eerder antwoord aan dezelfde organisatie');
});
