import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A line of the threat model. */
interface Dreiging {
  readonly nummer: string;
  readonly maatregel: string;
  /** What tests it, as the line says. */
  readonly getest: string;
  /** The files it names, from the root; a name alone is in the folder of the one before it. */
  readonly bestanden: readonly string[];
}

function leesDreigingen(tekst: string): readonly Dreiging[] {
  return [...tekst.matchAll(/^\| (\d+[a-z]?) \|(.+)\|(.+)\|(.+)\|$/gm)].map(
    ([, nummer = '', , maatregel = '', getest = '']) => {
      let map = '';
      const bestanden = [...getest.matchAll(/`([\w./-]+\.(?:test|lang)\.ts)`/g)].map(([, naam = '']) => {
        if (naam.includes('/')) map = dirname(naam);
        return naam.includes('/') ? naam : join(map, naam);
      });
      return { nummer, maatregel: maatregel.trim(), getest: getest.trim(), bestanden };
    },
  );
}

const tekst = readFileSync(join(ROOT, 'docs/dreigingen.md'), 'utf8');
const dreigingen = leesDreigingen(tekst);

describe('the threat model', () => {
  it('is read line by line: none is left out', () => {
    const regels = tekst.split('\n').filter((regel) => /^\| \d/.test(regel));
    expect(dreigingen.length).toBe(regels.length);
    expect(dreigingen.length).toBeGreaterThan(60);
  });

  it('numbers each threat once', () => {
    const nummers = dreigingen.map(({ nummer }) => nummer);
    expect(nummers.filter((nummer, at) => nummers.indexOf(nummer) !== at)).toEqual([]);
  });

  it('says of each threat what is done, and which test tries it or that it is open', () => {
    const zonder = dreigingen.filter(
      ({ maatregel, getest, bestanden }) =>
        maatregel === '' || (bestanden.length === 0 && !/^open: ./.test(getest) && getest !== 'open'),
    );
    expect(zonder).toEqual([]);
  });

  it('names only tests that exist', () => {
    const onbestaand = dreigingen.flatMap(({ nummer, bestanden }) =>
      bestanden.filter((bestand) => !existsSync(join(ROOT, bestand))).map((each) => `${nummer}: ${each}`),
    );
    expect(onbestaand).toEqual([]);
  });

  it('names every attack, and every attack names its lines', () => {
    const aanvallen = globSync('test/security/*.{test,lang}.ts', { cwd: ROOT }).map((each) =>
      each.replaceAll('\\', '/'),
    );
    const verschil = aanvallen.flatMap((bestand) => {
      const genoemd = dreigingen.filter(({ bestanden }) => bestanden.includes(bestand));
      const eigen = /^\/\/ Threats: (.+)$/m.exec(readFileSync(join(ROOT, bestand), 'utf8'))?.[1] ?? 'none';
      const verwacht = genoemd.map(({ nummer }) => nummer).join(', ');
      return eigen === verwacht
        ? []
        : [`${bestand} says ${eigen}; the threat model says ${verwacht || 'none'}`];
    });
    expect(verschil).toEqual([]);
  });
});

it('a line of a threat model is read with the files it names', () => {
  const [regel] = leesDreigingen('| 3a | Een | twee | `test/a/b.test.ts`, `c.test.ts`; open: meer |');
  expect(regel).toEqual({
    nummer: '3a',
    maatregel: 'twee',
    getest: '`test/a/b.test.ts`, `c.test.ts`; open: meer',
    bestanden: ['test/a/b.test.ts', 'test/a/c.test.ts'],
  });
});
