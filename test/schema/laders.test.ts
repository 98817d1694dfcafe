import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { folderPath, SCHEMA_MAP } from '../../schema/bestanden/schema-map.ts';
import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';
import { laadOperaties } from '../../schema/operaties/laad-operaties.ts';

const KOPPEN = 'rol,organisatiesoort,verwerkingsactiviteit,gegevensgroep,taak,rijen,voorwaarde,grondslag';
const GOED =
  'consulent_inkomen,GEMEENTE,pw-inkomen,klant.dossier,uitkering,organisatie,,Participatiewet art. 7';

let map = '';
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf schema '));
  for (const folder of ['beleid', 'demo', 'ketenpartners', 'operaties']) {
    cpSync(join(folderPath(SCHEMA_MAP), folder), join(map, folder), { recursive: true });
  }
});
afterEach(() => rmSync(map, { recursive: true, force: true }));

const schrijf = (pad: string, inhoud: unknown): void =>
  writeFileSync(join(map, pad), typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud, undefined, 2));
const schrijfMatrix = (...regels: string[]): void =>
  schrijf('beleid/matrix.csv', [KOPPEN, ...regels, ''].join('\n'));

/** The operator's reason of the BESTAND_ONGELDIG that a loader gives. */
function redenVan(laad: () => unknown): string {
  try {
    laad();
  } catch (error) {
    if (error instanceof KetenFout && error.code === 'BESTAND_ONGELDIG') return error.reden;
    throw error;
  }
  throw new Error('expected BESTAND_ONGELDIG');
}

describe('laadMatrix', () => {
  it('reads the committed matrix, each line with its line number', () => {
    const regels = laadMatrix();
    const nummers = [...new Set(regels.map(({ regel }) => regel))];
    expect(nummers).toEqual(nummers.map((_, index) => index + 2));
    expect(regels).toContainEqual(
      expect.objectContaining({
        rol: 'consulent_inkomen',
        gegevensgroep: 'klant.dossier',
        taak: 'uitkering',
        rijen: 'organisatie',
        voorwaarde: 'zonder_regie',
      }),
    );
    expect(Object.isFrozen(regels) && Object.isFrozen(regels[0])).toBe(true);
  });

  it('leaves task and rows out where a line names none', () => {
    schrijfMatrix('*,*,*,publiek,,,,openbaar');
    expect(laadMatrix(map)).toEqual([
      {
        regel: 2,
        rol: '*',
        organisatiesoort: '*',
        verwerkingsactiviteit: '*',
        gegevensgroep: 'publiek',
        grondslag: 'openbaar',
      },
    ]);
  });

  it.each([
    ['an unknown role', GOED.replace('consulent_inkomen', 'baas'), 'rol'],
    ['an unknown kind of organisation', GOED.replace('GEMEENTE', 'BANK'), 'organisatiesoort'],
    ['an unknown purpose', GOED.replace('pw-inkomen', 'nieuwsgierig'), 'unknown verwerkingsactiviteit'],
    ['an unknown data group', GOED.replace('klant.dossier', 'klant.alles'), 'unknown gegevensgroep'],
    ['an unknown task', GOED.replace('uitkering', 'alles'), 'taak'],
    ['a line without legal ground', GOED.replace('Participatiewet art. 7', ''), 'grondslag'],
    ['personal data for every role', GOED.replace('consulent_inkomen', '*'), 'never to *'],
    ['personal data for every kind', GOED.replace('GEMEENTE', '*'), 'never to *'],
    ['personal data without purpose', GOED.replace('pw-inkomen', '*'), 'never to *'],
    ['personal data without task', GOED.replace('uitkering', ''), 'names the taak'],
    ['personal data without rows', GOED.replace('organisatie', ''), 'names the rijen'],
    ['an unknown kind of rows', GOED.replace('organisatie', 'allemaal'), 'rijen'],
    ['a task that bounds no rows', '*,*,*,publiek,uitkering,,,openbaar', 'bounds nothing'],
    ['personal data for bestuur', GOED.replace('consulent_inkomen', 'portefeuillehouder'), 'aggregates only'],
    ['personal data for the raad', GOED.replace('GEMEENTE', 'RAAD'), 'aggregates only'],
    ['the same grant twice', GOED, 'grants the same as line 2'],
    ['a missing column', 'consulent_inkomen,GEMEENTE', 'not valid CSV'],
    ['an unclosed quote', '"consulent_inkomen,GEMEENTE', 'not valid CSV'],
  ])('refuses %s with file and line', (_, regel, reden) => {
    schrijfMatrix(GOED, regel);
    const gegeven = redenVan(() => laadMatrix(map));
    expect(gegeven).toMatch(/^beleid\/matrix\.csv:[23]: /);
    expect(gegeven).toContain(reden);
  });

  it('names every faulty line at once', () => {
    schrijfMatrix(GOED.replace('GEMEENTE', 'BANK'), GOED, GOED.replace('klant.dossier', 'klant.alles'));
    expect(redenVan(() => laadMatrix(map)).match(/matrix\.csv:\d+/g)).toEqual([
      'matrix.csv:2',
      'matrix.csv:4',
    ]);
  });

  it('refuses other columns and a file that is not there', () => {
    schrijf('beleid/matrix.csv', `rol,gegevensgroep\n`);
    expect(redenVan(() => laadMatrix(map))).toContain('beleid/matrix.csv:1: the columns must be');
    rmSync(join(map, 'beleid/matrix.csv'));
    expect(redenVan(() => laadMatrix(map))).toBe('beleid/matrix.csv: cannot be read (ENOENT)');
  });
});

describe('laadGegevensgroepen and laadVerwerkingsregister', () => {
  it('read the committed files', () => {
    expect(laadGegevensgroepen().map(({ code }) => code)).toContain('structuur');
    expect(laadVerwerkingsregister().map(({ code }) => code)).toContain('pw-inkomen');
  });

  it('say at which line a file is no JSON, without repeating it', () => {
    schrijf('beleid/gegevensgroepen.json', '[\n  { "geheim" "geheim" }\n]');
    expect(redenVan(() => laadGegevensgroepen(map))).toBe('beleid/gegevensgroepen.json:2: not valid JSON');
  });

  it('name entry and field of every fault', () => {
    schrijf('beleid/verwerkingsregister.json', [
      { code: 'x', uri: 'http://x.example', omschrijving: '', grondslag: 'y', extra: 1 },
    ]);
    const reden = redenVan(() => laadVerwerkingsregister(map));
    for (const part of ['entry 1, uri', 'entry 1, omschrijving', '"extra"']) expect(reden).toContain(part);
  });

  it('refuse a code that occurs twice', () => {
    schrijf('beleid/gegevensgroepen.json', [...laadGegevensgroepen(), ...laadGegevensgroepen().slice(0, 1)]);
    expect(redenVan(() => laadGegevensgroepen(map))).toContain('code publiek occurs more than once');
    schrijf('beleid/gegevensgroepen.json', laadGegevensgroepen());
    schrijf(
      'beleid/verwerkingsregister.json',
      laadVerwerkingsregister().flatMap((each) => [each, each]),
    );
    expect(redenVan(() => laadVerwerkingsregister(map))).toContain('pw-inkomen occurs more than once');
  });
});

describe('laadKetenpartners', () => {
  const samenwerking = {
    code: 'uitkering-proef',
    naam: 'Proef',
    taak: 'uitkering',
    vorm: 'MANDAAT',
    uitvoerder: 'GM0394',
    deelnemers: ['GM0394', 'GM0629'],
    geldigVan: '2013-01-01',
    bron: { document: '000', regel: 1 },
  };

  it('reads the committed organisations', () => {
    const { organisaties } = laadKetenpartners();
    expect(organisaties.get('GM0394')).toMatchObject({
      code: 'GM0394',
      naam: 'Gemeente Haarlemmermeer',
      soort: 'GEMEENTE',
    });
  });

  it('reads a samenwerking between known gemeenten', () => {
    schrijf('ketenpartners/samenwerkingen.json', [samenwerking]);
    expect(laadKetenpartners(map).samenwerkingen).toEqual([samenwerking]);
  });

  it.each([
    ['an unknown uitvoerder', { uitvoerder: 'GM9999' }, 'unknown uitvoerder'],
    ['an unknown participant', { deelnemers: ['GM9999'] }, 'unknown deelnemer GM9999'],
    ['a participant twice', { deelnemers: ['GM0394', 'GM0394'] }, 'more than once'],
    ['a participant without a task to give', { deelnemers: ['PLANGROEP'] }, 'no task of its own'],
    ['an end before the begin', { geldigTot: '2012-12-31' }, 'ends before it begins'],
    ['an unknown task', { taak: 'alles' }, 'taak'],
    ['no source', { bron: undefined }, 'bron'],
  ])('refuses %s', (_, anders, reden) => {
    schrijf('ketenpartners/samenwerkingen.json', [{ ...samenwerking, ...anders }]);
    expect(redenVan(() => laadKetenpartners(map))).toContain(reden);
  });

  it('refuses an organisation twice or with a wrong OIN', () => {
    const gemeente = { code: 'GM0394', naam: 'Gemeente Haarlemmermeer', soort: 'GEMEENTE' };
    schrijf('ketenpartners/organisaties.json', [gemeente, gemeente]);
    expect(redenVan(() => laadKetenpartners(map))).toContain('code GM0394 occurs more than once');
    schrijf('ketenpartners/organisaties.json', [{ ...gemeente, oin: '123' }]);
    expect(redenVan(() => laadKetenpartners(map))).toContain('entry 1, oin: not an OIN');
  });
});

describe('laadGebruikers', () => {
  it('reads the demo users, and refuses one of an unknown organisation', () => {
    const gebruikers = [...laadGebruikers().values()];
    expect(gebruikers.map(({ gebruiker }) => gebruiker)).toContain('consulent-haarlemmermeer');
    schrijf('demo/gebruikers.json', [
      ...gebruikers,
      { ...gebruikers[0], gebruiker: 'vreemd', organisatie: 'GM9999' },
    ]);
    expect(redenVan(() => laadGebruikers(map))).toMatch(
      /^demo\/gebruikers\.json:\d+: vreemd: unknown organisatie$/,
    );
  });
});

describe('laadOperaties', () => {
  const regel = {
    id: 'keten:WP-001',
    titel: 'Klantbeeld',
    bestand: 'WP-001.graphql',
    verwerkingsactiviteit: 'pw-inkomen',
    als: 'consulent-haarlemmermeer',
    variabelen: {},
  };

  it('reads the committed questions with document and purpose', () => {
    const operatie = laadOperaties().get('keten:PHO-001');
    expect(operatie?.document).toMatch(/^query BasisOpOrde/);
    expect(operatie?.verwerkingsactiviteit).toBe(
      laadVerwerkingsregister().find(({ code }) => code === 'beleidsinformatie')?.uri,
    );
  });

  it.each([
    ['an id twice', [regel, { ...regel, bestand: 'PHO-001.graphql' }], 'keten:WP-001 occurs more than once'],
    ['a file twice', [regel, { ...regel, id: 'keten:WP-002' }], 'WP-001.graphql occurs more than once'],
    [
      'an unknown purpose',
      [{ ...regel, verwerkingsactiviteit: 'x' }],
      'keten:WP-001: unknown verwerkingsactiviteit',
    ],
    [
      'a document that is not there',
      [{ ...regel, bestand: 'WP-999.graphql' }],
      'operaties/WP-999.graphql: cannot be read (ENOENT)',
    ],
    ['a document outside the folder', [{ ...regel, bestand: '../WP-001.graphql' }], 'entry 1, bestand'],
    [
      'a klant in a variable that is not there',
      [{ ...regel, klanten: ['klant'] }],
      'keten:WP-001: klanten names a variable that the example does not have',
    ],
    ['an entry without a user', [{ ...regel, als: undefined }], 'entry 1, als'],
  ])('refuses %s', (_, register, reden) => {
    schrijf('operaties/register.json', register);
    expect(redenVan(() => laadOperaties(map))).toContain(reden);
  });
});
