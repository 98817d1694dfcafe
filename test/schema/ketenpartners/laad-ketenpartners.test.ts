import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderPath, SCHEMA_MAP } from '../../../schema/bestanden/schema-map.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { laadKetenpartners } from '../../../schema/ketenpartners/laad-ketenpartners.ts';

let map = '';
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-partners-'));
  cpSync(join(folderPath(SCHEMA_MAP), 'ketenpartners'), join(map, 'ketenpartners'), { recursive: true });
});
afterEach(() => rmSync(map, { recursive: true, force: true }));

type Bestand = 'organisaties' | 'samenwerkingen' | 'instellingen' | 'verwerkers';

const padVan = (bestand: Bestand): string => join(map, 'ketenpartners', `${bestand}.json`);

/** Adds an entry to a file, on a line of its own; gives the number of that line. */
function voegToe(bestand: Bestand, entry: unknown): number {
  const tekst = readFileSync(padVan(bestand), 'utf8')
    .trimEnd()
    .replace(/\n?\]$/, '');
  writeFileSync(padVan(bestand), `${tekst},\n${JSON.stringify(entry)}\n]\n`);
  return tekst.split('\n').length + 1;
}

function redenVan(laad: () => unknown): string {
  try {
    laad();
  } catch (error) {
    if (error instanceof KetenFout && error.code === 'BESTAND_ONGELDIG') return error.reden;
    throw error;
  }
  throw new Error('expected BESTAND_ONGELDIG');
}

const bron = { document: '001', regel: 1 };
const organisatie = { code: 'PROEF', naam: 'Proef', soort: 'REINTEGRATIEBEDRIJF', bron };
const samenwerking = {
  code: 'proef',
  naam: 'Proef',
  taak: 'uitkering',
  vorm: 'MANDAAT',
  uitvoerder: 'DUIVENVOORDE',
  deelnemers: ['GM0626', 'GM0629'],
  geldigVan: '2013-01-01',
  bron,
};
const orgaan = {
  code: 'proefraad',
  naam: 'Proefraad',
  rol: 'portefeuillehouder',
  leden: ['GM0626', 'GM0629'],
  geldigVan: '2013-01-01',
  bron,
};
const instelling = { organisatie: 'GM1916', instelling: 'cijfers_per_medewerker', waarde: true, bron };
const verwerker = { verwerker: 'PLANGROEP', voor: ['GM1916'], geldigVan: '2013-01-01', bron };

describe('the ketenpartners', () => {
  it('load as they are committed, and never change after', () => {
    expect(Object.isFrozen(laadKetenpartners())).toBe(true);
  });

  it.each([
    ['organisaties', organisatie],
    ['samenwerkingen', samenwerking],
    ['samenwerkingen', { ...samenwerking, organen: [orgaan], geldigTot: '2014-06-30T17:00' }],
    ['samenwerkingen', { ...samenwerking, vorm: 'GEZAMENLIJK', uitvoerder: undefined }],
    ['instellingen', instelling],
    ['verwerkers', verwerker],
  ] as const)('take a good entry of %s', (bestand, entry) => {
    voegToe(bestand, entry);
    expect(() => laadKetenpartners(map)).not.toThrow();
  });

  it.each([
    [
      'organisaties',
      'the code of a gemeente for what is none',
      { ...organisatie, code: 'GM0999' },
      'code GM0999 is that of a gemeente',
    ],
    [
      'organisaties',
      'a code that begins as that of a gemeente for what is none',
      { ...organisatie, code: 'GM1916_TEAM' },
      'code GM1916_TEAM is that of a gemeente',
    ],
    ['organisaties', 'a code twice', { ...organisatie, code: 'UWV' }, 'code UWV occurs more than once'],
    ['organisaties', 'an unknown kind', { ...organisatie, soort: 'BANK' }, 'soort'],
    ['organisaties', 'a wrong OIN', { ...organisatie, oin: '123' }, 'not an OIN'],
    ['organisaties', 'an unknown opvolger', { ...organisatie, opvolger: 'X' }, 'unknown opvolger X'],
    [
      'organisaties',
      'an end before the begin',
      { ...organisatie, geldigVan: '2013-01-01', geldigTot: '2013-01-01' },
      'ends before it begins',
    ],
    ['organisaties', 'a day that does not exist', { ...organisatie, geldigTot: '2013-02-30' }, 'not a day'],
    ['organisaties', 'a source without line', { ...organisatie, bron: { document: '001' } }, 'bron'],
    ['organisaties', 'a key we do not know', { ...organisatie, btw: '1' }, 'btw'],
    ['samenwerkingen', 'a code twice', { ...samenwerking, code: 'bbz-lv' }, 'code bbz-lv occurs'],
    ['samenwerkingen', 'an unknown task', { ...samenwerking, taak: 'alles' }, 'taak'],
    ['samenwerkingen', 'no source', { ...samenwerking, bron: undefined }, 'bron'],
    ['samenwerkingen', 'no begin', { ...samenwerking, geldigVan: undefined }, 'geldigVan'],
    [
      'samenwerkingen',
      'a mandate without uitvoerder',
      { ...samenwerking, uitvoerder: undefined },
      'MANDAAT needs an uitvoerder',
    ],
    [
      'samenwerkingen',
      'an uitvoerder of what all do',
      { ...samenwerking, vorm: 'GEZAMENLIJK' },
      'GEZAMENLIJK has no uitvoerder',
    ],
    [
      'samenwerkingen',
      'one that does it together',
      { ...samenwerking, vorm: 'GEZAMENLIJK', uitvoerder: undefined, deelnemers: ['GM0626'] },
      'needs two deelnemers',
    ],
    ['samenwerkingen', 'an unknown uitvoerder', { ...samenwerking, uitvoerder: 'X' }, 'unknown uitvoerder X'],
    ['samenwerkingen', 'an unknown deelnemer', { ...samenwerking, deelnemers: ['X'] }, 'unknown deelnemer X'],
    [
      'samenwerkingen',
      'a deelnemer with no task to give',
      { ...samenwerking, deelnemers: ['PLANGROEP'] },
      'deelnemer PLANGROEP has no task of its own',
    ],
    [
      'samenwerkingen',
      'a lid that takes no part',
      { ...samenwerking, organen: [{ ...orgaan, leden: ['GM0626', 'GM0394'] }] },
      'proefraad: lid GM0394 takes no part',
    ],
    [
      'samenwerkingen',
      'a body for a role that sees persons',
      { ...samenwerking, organen: [{ ...orgaan, rol: 'regisseur' }] },
      'organen.0.rol',
    ],
    ['instellingen', 'an unknown organisation', { ...instelling, organisatie: 'X' }, 'unknown organisatie X'],
    ['instellingen', 'an unknown setting', { ...instelling, instelling: 'kleur' }, 'instelling'],
    ['instellingen', 'a value of another form', { ...instelling, waarde: 'ja' }, 'waarde'],
    [
      'instellingen',
      'a part of a value of another form',
      { ...instelling, instelling: 'zoektermijn', waarde: { weken: -1, groep: 'JONGER_DAN_27' } },
      'waarde.weken',
    ],
    [
      'instellingen',
      'two values at one moment',
      { ...instelling, instelling: 'cv_online', waarde: true, geldigVan: '2020-01-01' },
      'GM1916 has two values of cv_online at one moment',
    ],
    ['verwerkers', 'an unknown verwerker', { ...verwerker, verwerker: 'X' }, 'unknown verwerker X'],
    ['verwerkers', 'an unknown organisation', { ...verwerker, voor: ['X'] }, 'unknown organisatie X'],
    ['verwerkers', 'one that sends for itself', { ...verwerker, voor: ['PLANGROEP'] }, 'sends for itself'],
  ] as const)('refuse in %s %s, with its line', (bestand, _, entry, reden) => {
    const regel = voegToe(bestand, entry);
    const gegeven = redenVan(() => laadKetenpartners(map));
    expect(gegeven).toContain(`ketenpartners/${bestand}.json:${regel}: `);
    expect(gegeven).toContain(reden);
    expect(gegeven.split('\n')).toHaveLength(1);
  });

  it.each(['organisaties', 'samenwerkingen', 'instellingen', 'verwerkers'] as const)(
    'refuse a file of %s that is no JSON, names a key twice, or is not there',
    (bestand) => {
      writeFileSync(padVan(bestand), '[\n  { "geheim" "geheim" }\n]');
      expect(redenVan(() => laadKetenpartners(map))).toBe(`ketenpartners/${bestand}.json:2: not valid JSON`);
      writeFileSync(padVan(bestand), '[\n  { "code": 1,\n    "code": 2 }\n]');
      expect(redenVan(() => laadKetenpartners(map))).toBe(
        `ketenpartners/${bestand}.json:3: a key occurs more than once`,
      );
      rmSync(padVan(bestand));
      expect(redenVan(() => laadKetenpartners(map))).toBe(
        `ketenpartners/${bestand}.json: cannot be read (ENOENT)`,
      );
    },
  );

  it('name every faulty entry at once', () => {
    const eerste = voegToe('instellingen', { ...instelling, organisatie: 'X' });
    const tweede = voegToe('instellingen', { ...instelling, organisatie: 'Y' });
    expect(redenVan(() => laadKetenpartners(map)).match(/json:\d+/g)).toEqual([
      `json:${eerste}`,
      `json:${tweede}`,
    ]);
  });
});
