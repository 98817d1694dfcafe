import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dpiaPagina } from '../../docs/genereer/dpia.ts';
import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';

const lees = (pad: string): string => readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8');
const dpia = lees('docs/dpia.md');

/** The cells of the last column of the table of risks: the threats that a risk refers to. */
const verwezen = dpia
  .split('\n')
  .filter((regel) => /\| \d+[a-z]?(, \d+[a-z]?)* \|$/.test(regel))
  .flatMap((regel) => (regel.split('|').at(-2) ?? '').split(',').map((nummer) => nummer.trim()));

describe('the DPIA', () => {
  it('goes through the seventeen points of the model, in order', () => {
    const punten = [...dpia.matchAll(/^### (\d+)\. /gm)].map(([, nummer]) => Number(nummer));
    expect(punten).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
  });

  it('names every data group about persons, and every purpose', () => {
    for (const { code, persoonsgegevens } of laadGegevensgroepen())
      if (persoonsgegevens) expect(dpia).toContain(`| \`${code}\` |`);
    for (const { code } of laadVerwerkingsregister()) expect(dpia).toContain(`| \`${code}\` |`);
  });

  it('refers for its risks to threats that are in the threat model', () => {
    expect(verwezen.length).toBeGreaterThan(15);
    const bekend = new Set(
      [...lees('docs/dreigingen.md').matchAll(/^\| (\d+[a-z]?) \|/gm)].map(([, nr]) => nr),
    );
    expect(verwezen.filter((nummer) => !bekend.has(nummer))).toEqual([]);
  });

  it('says that it is a draft, and what is not decided', () => {
    expect(dpia).toContain('**Status: concept');
    expect(dpia).toMatch(/^## Wat nog niet is besloten\n\n- /m);
  });

  it('keeps its text when its tables are made anew', () => {
    expect(dpiaPagina(dpia)).toBe(dpia);
    expect(dpiaPagina(dpia.replace('| `bbz` |', '| `oud` |'))).toBe(dpia);
  });

  it('has a place for every table, and no table we do not know', () => {
    expect(() => dpiaPagina(dpia.replace('tabel: partijen', 'tabel: vreemden'))).toThrow(
      'unknown tables [vreemden], tables without a place [partijen]',
    );
  });
});
