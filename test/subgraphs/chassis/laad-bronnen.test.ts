import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import type { Bronbestand } from '../../../subgraphs/chassis/database/bronbestand.ts';
import { laadBronnen } from '../../../subgraphs/chassis/database/laad-bronnen.ts';
import { leesCsv } from '../../../subgraphs/chassis/database/lees-csv.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { maakMap } from '../../setup/maak-map.ts';

const GEMEENTEN: Bronbestand = {
  bestand: 'gemeenten.csv',
  tabel: 'gemeente',
  regel: z.strictObject({ code: z.string().regex(/^GM\d{4}$/), naam: z.string().min(1) }),
};
const HUISHOUDENS: Bronbestand = {
  bestand: 'huishoudens.csv',
  tabel: 'huishouden',
  regel: z.strictObject({ id: z.string(), verantwoordelijke: z.string() }),
};
const GOED = {
  'gemeenten.csv': '# Uitleg, ook "zo".\ncode,naam\nGM0001,"Aan ""Zee"", deel\n2"\n',
  'huishoudens.csv': 'id,verantwoordelijke\nh1,GM0001\n',
};

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_leeg');
  await alsEigenaar(database.eigenaar('klanten'), 'klanten', (client) =>
    migreer(client, new URL('prisma/migrations/', klanten.map), 'klanten'),
  );
});
beforeEach(() => database.sql('klanten', 'delete from bron; delete from huishouden; delete from gemeente'));
afterAll(() => database.weg());

async function laad(bestanden: Readonly<Record<string, string>>): Promise<boolean> {
  const { url, weg } = maakMap(bestanden);
  try {
    return await alsEigenaar(database.eigenaar('klanten'), 'klanten', (client) =>
      laadBronnen(client, url, [GEMEENTEN, HUISHOUDENS]),
    );
  } finally {
    weg();
  }
}

async function redenVan(bestanden: Readonly<Record<string, string>>): Promise<string> {
  const fout: unknown = await laad(bestanden).then(
    () => undefined,
    (reden: unknown) => reden,
  );
  if (!(fout instanceof KetenFout)) throw new Error('the files were loaded', { cause: fout });
  expect(fout.code).toBe('BESTAND_ONGELDIG');
  return fout.reden;
}

const geladen = async () => [
  await database.sql('klanten', 'select code, naam from gemeente order by code'),
  await database.sql('klanten', 'select id from huishouden order by id'),
];

describe('the files of bronnen/', () => {
  test('are loaded once, and again only when one of them changed', async () => {
    expect(await laad(GOED)).toBe(true);
    expect(await geladen()).toEqual([[{ code: 'GM0001', naam: 'Aan "Zee", deel\n2' }], [{ id: 'h1' }]]);
    expect(await laad(GOED)).toBe(false);
    expect(await laad({ ...GOED, 'huishoudens.csv': 'id,verantwoordelijke\nh2,GM0001\n' })).toBe(true);
    expect(await geladen()).toEqual([[{ code: 'GM0001', naam: 'Aan "Zee", deel\n2' }], [{ id: 'h2' }]]);
  });

  test.each([
    [
      'a wrong value',
      '# uitleg\ncode,naam\nGM0001,Aan Zee\n# meer\nGM1,Elders\n',
      'gemeenten.csv line 5: not valid: code (invalid_format)',
    ],
    [
      'two faults in a line',
      'code,naam\nGM1,""\n',
      'gemeenten.csv line 2: not valid: code (invalid_format), naam (too_small)',
    ],
    [
      'a missing column',
      'code,naam\nGM0001,Aan Zee\nGM0002\n',
      'gemeenten.csv line 3: CSV_RECORD_INCONSISTENT_COLUMNS',
    ],
    ['an unfinished quote', 'code,naam\nGM0001,"Aan Zee\n', 'gemeenten.csv line 2: CSV_QUOTE_NOT_CLOSED'],
    ['another heading', 'naam,code\nAan Zee,GM0001\n', 'gemeenten.csv line 1: the heading must be code,naam'],
  ])('with %s are refused, naming file, line and reason and no value', async (_naam, gemeenten, reden) => {
    expect(await redenVan({ ...GOED, 'gemeenten.csv': gemeenten })).toBe(reden);
    expect(await geladen()).toEqual([[], []]);
  });

  test('that are missing are named', async () => {
    expect(await redenVan({ 'gemeenten.csv': GOED['gemeenten.csv'] })).toBe(
      'huishoudens.csv: cannot be read',
    );
  });

  test('with a fault that only the database sees leave what was there', async () => {
    await laad(GOED);
    const reden = await redenVan({
      ...GOED,
      'huishoudens.csv': 'id,verantwoordelijke\nh1,GM0001\nh2,GM9999\n',
    });
    expect(reden).toBe('huishoudens.csv: refused by huishouden (huishouden_verantwoordelijke_fkey)');
    expect(await geladen()).toEqual([[{ code: 'GM0001', naam: 'Aan "Zee", deel\n2' }], [{ id: 'h1' }]]);
  });
});

test('a klant with a bsn that fails the 11-test is refused with its line, and the bsn is not quoted', () => {
  const bron = klanten.bronnen.find(({ tabel }) => tabel === 'klant');
  if (bron === undefined) throw new Error('no file fills the table klant');
  const [id, huis] = ['5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001', 'a1d4c3b2-52f7-4c1a-8e64-7d2b9c500001'];
  const tekst = `id,huishouden_id,bsn,naam,geboortedatum,verantwoordelijke\n${id},${huis},999930024,A,1980-01-01,GM0394\n`;
  expect(() => leesCsv(bron, tekst)).toThrow(
    expect.objectContaining({
      code: 'BESTAND_ONGELDIG',
      reden: `${bron.bestand} line 2: not valid: bsn (custom)`,
    }),
  );
});
