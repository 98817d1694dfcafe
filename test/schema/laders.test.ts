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
import { laadOperaties } from '../../schema/operaties/laad-operaties.ts';

const KOPPEN = 'rol,organisatiesoort,verwerkingsactiviteit,gegevensgroep,taak,rijen,voorwaarde,grondslag';
const GOED =
  'consulent_inkomen,GEMEENTE,pw-inkomen,klant.dossier,uitkering,organisatie,,Participatiewet art. 7';

const BSN =
  'consulent_inkomen,REINTEGRATIEBEDRIJF,pw-inkomen,klant.bsn,uitkering,partij,,Participatiewet art. 7';

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
    [
      'personal data for a cliëntenraad',
      GOED.replace('consulent_inkomen', 'clientenraad'),
      'aggregates only',
    ],
    ['the same grant twice', GOED, 'grants the same as line 2'],
    ['the same rows twice', GOED.replace('organisatie', 'organisatie caseload'), 'grants the same as line 2'],
    [
      'a group that the register does not list',
      GOED.replace('klant.dossier', 'shv'),
      'does not list the gegevensgroep',
    ],
    [
      'a role that the register does not list',
      GOED.replace('consulent_inkomen', 'kcc'),
      'does not list the rol',
    ],
    ['a bsn for a re-integratiebedrijf', BSN, 'for GEMEENTE, UWV, INWONER only'],
    ['rows of a werkgever for a gemeente', GOED.replace('organisatie', 'werkgever'), 'for WERKGEVER only'],
    [
      'rows of an inwoner for a gemeente',
      GOED.replace('organisatie', 'inwoner'),
      'for INWONER, VERTEGENWOORDIGER only',
    ],
    ['persons by a body', GOED.replace('organisatie', 'orgaan'), 'aggregates only'],
    ['an unknown voorwaarde', GOED.replace('organisatie,', 'organisatie,mooi_weer'), 'voorwaarde'],
    [
      'a voorwaarde on a caseload',
      GOED.replace('organisatie,', 'caseload,zonder_regie'),
      'a voorwaarde is one on the gemeente',
    ],
    ['rows without a task', '*,GEMEENTE,*,sturing,,organisatie,,Gemeentewet art. 213', 'bounded by nothing'],
    ['a missing column', 'consulent_inkomen,GEMEENTE', 'not valid CSV'],
    ['an unclosed quote', '"consulent_inkomen,GEMEENTE', 'not valid CSV'],
  ])('refuses %s with file and line', (_, regel, reden) => {
    schrijfMatrix(GOED, regel);
    const gegeven = redenVan(() => laadMatrix(map));
    expect(gegeven).toMatch(/^beleid\/matrix\.csv:[23]: /);
    expect(gegeven).toContain(reden);
  });

  it('gives a line for each of the kinds of rows that a line of the file names', () => {
    schrijfMatrix(GOED.replace('organisatie', 'caseload team'));
    expect(laadMatrix(map).map(({ regel, rijen }) => [regel, rijen])).toEqual([
      [2, 'caseload'],
      [2, 'team'],
    ]);
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

describe('the verwerkingsregister', () => {
  const activiteit = {
    code: 'proef',
    uri: 'https://register.ketengraaf.example/verwerkingen/proef/1',
    omschrijving: 'Proef.',
    grondslag: 'Participatiewet art. 7',
    betrokkenen: ['klanten'],
    gegevensgroepen: ['klant.dossier'],
    rollen: ['regisseur'],
    bewaartermijn: { jaren: 5, vanaf: 'het einde', grondslag: 'Archiefwet' },
  };
  const metActiviteit = (anders: object): void =>
    schrijf('beleid/verwerkingsregister.json', [...laadVerwerkingsregister(), { ...activiteit, ...anders }]);

  it('takes an activity that says what it is for, about whom, on what ground and for how long', () => {
    metActiviteit({});
    expect(laadVerwerkingsregister(map).at(-1)).toEqual(activiteit);
  });

  it.each([
    ['an unknown group', { gegevensgroepen: ['klant.alles'] }, 'proef: unknown gegevensgroep klant.alles'],
    ['a group twice', { gegevensgroepen: ['sturing', 'sturing'] }, 'sturing occurs more than once'],
    ['an unknown role', { rollen: ['baas'] }, 'rollen.0'],
    ['nobody whom it is about', { betrokkenen: [] }, 'proef: personal data without betrokkenen'],
    ['no retention', { bewaartermijn: undefined }, 'proef: personal data without bewaartermijn'],
    ['no legal ground', { grondslag: '' }, 'grondslag'],
    ['a mixture of something unknown', { mengt: ['pw-inkomen', 'alles'] }, 'proef: cannot mix alles'],
    ['a mixture of itself', { mengt: ['pw-inkomen', 'proef'] }, 'proef: cannot mix proef'],
    [
      'a group in a mixture that none of its parts has',
      { mengt: ['bemiddeling', 'schuldhulp'] },
      'proef: klant.dossier comes from none of its parts',
    ],
  ])('refuses %s, with its line', (_, anders, reden) => {
    metActiviteit(anders);
    const gegeven = redenVan(() => laadVerwerkingsregister(map));
    expect(gegeven).toMatch(/^beleid\/verwerkingsregister\.json:\d+: /);
    expect(gegeven).toContain(reden);
  });

  it('has no care that the law asks for a group without personal data', () => {
    schrijf('beleid/gegevensgroepen.json', [
      { code: 'publiek', omschrijving: 'x', persoonsgegevens: false, categorie: 'BIJZONDER' },
    ]);
    expect(redenVan(() => laadGegevensgroepen(map))).toBe(
      'beleid/gegevensgroepen.json:2: publiek has a categorie without personal data',
    );
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
