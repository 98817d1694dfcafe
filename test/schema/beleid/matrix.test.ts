import { describe, expect, it } from 'vitest';
import { laadGegevensgroepen } from '../../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../../schema/beleid/laad-matrix.ts';
import { laadVerwerkingsregister } from '../../../schema/beleid/laad-verwerkingsregister.ts';
import type { MatrixRegel } from '../../../schema/beleid/matrix-regel.ts';
import type { Organisatiesoort } from '../../../schema/codelijsten/organisatiesoorten.ts';
import type { Rol } from '../../../schema/codelijsten/rollen.ts';

const matrix = laadMatrix();
const register = laadVerwerkingsregister();
const personen = new Set(
  laadGegevensgroepen()
    .filter(({ persoonsgegevens }) => persoonsgegevens)
    .map(({ code }) => code),
);
const overPersonen = matrix.filter(({ gegevensgroep }) => personen.has(gegevensgroep));

const groepenVan = (...soorten: readonly Organisatiesoort[]): readonly string[] => [
  ...new Set(
    matrix
      .filter(({ organisatiesoort }) => (soorten as readonly string[]).includes(organisatiesoort))
      .map(({ gegevensgroep }) => gegevensgroep)
      .toSorted(),
  ),
];

/** What the lines of a role say of a group: soort, activiteit, taak and rijen. */
const regelsVan = (rol: Rol, groep: string): readonly string[] =>
  matrix
    .filter((regel) => regel.rol === rol && regel.gegevensgroep === groep)
    .map(({ organisatiesoort, verwerkingsactiviteit, taak, rijen }) =>
      [organisatiesoort, verwerkingsactiviteit, taak, rijen].join(' '),
    );

describe('the matrix', () => {
  it('gives exactly the groups and roles of the register, and every one of them in some line', () => {
    for (const { code, gegevensgroepen, rollen } of register) {
      const regels = matrix.filter(({ verwerkingsactiviteit }) => verwerkingsactiviteit === code);
      const genoemd = (kolom: 'gegevensgroep' | 'rol'): readonly string[] =>
        [...new Set(regels.map((regel) => regel[kolom]))].toSorted();
      expect([code, genoemd('gegevensgroep')]).toEqual([code, gegevensgroepen.toSorted()]);
      expect([code, genoemd('rol')]).toEqual([code, rollen.toSorted()]);
    }
  });

  it('gives a werkgever his vacatures, his candidates, his subsidies and what work is sought, and nothing else', () => {
    expect(groepenVan('WERKGEVER')).toEqual([
      'klant.contact',
      'klant.profiel',
      'klant.zoekprofiel',
      'vacature.beheer',
      'voordracht.uitnodiging',
      'werkgever.subsidie',
    ]);
    for (const { rijen, organisatiesoort } of matrix)
      expect(rijen === 'werkgever' || rijen === 'cv_online').toBe(organisatiesoort === 'WERKGEVER');
  });

  it('lets the werkgever invite and reject, and the klant agree and withdraw, each alone', () => {
    const wie = (groep: string) =>
      matrix
        .filter(({ gegevensgroep }) => gegevensgroep === groep)
        .map(({ rol, organisatiesoort, verwerkingsactiviteit, rijen }) =>
          [rol, organisatiesoort, verwerkingsactiviteit, rijen].join(' '),
        );
    expect(wie('voordracht.uitnodiging')).toEqual(['werkgever WERKGEVER bemiddeling werkgever']);
    expect(wie('voordracht.instemming')).toEqual(['inwoner INWONER bemiddeling inwoner']);
  });

  it('gives a bsn to overheidsorganen with a task, and to the klant, and to nobody else', () => {
    const soorten = matrix
      .filter(({ gegevensgroep }) => gegevensgroep === 'klant.bsn')
      .map(({ organisatiesoort }) => organisatiesoort);
    expect([...new Set(soorten)].toSorted()).toEqual(['GEMEENTE', 'INWONER', 'UWV']);
  });

  it('lets whoever works for another in cases reach those cases only', () => {
    const soorten: readonly string[] = [
      'REINTEGRATIEBEDRIJF',
      'SW_BEDRIJF',
      'SCHULDHULPVERLENER',
      'BEZWAARCOMMISSIE',
      'ACCOUNTANT',
    ];
    const regels = matrix.filter(({ organisatiesoort }) => soorten.includes(organisatiesoort));
    expect(new Set(regels.map(({ organisatiesoort }) => organisatiesoort)).size).toBe(soorten.length);
    for (const { rijen } of regels) expect(rijen).toBe('partij');
  });

  it('lets UWV see a dossier in a joint case only', () => {
    for (const groep of ['klant.identificerend', 'klant.bsn', 'klant.dossier', 'klant.dossier.kern'])
      expect(regelsVan('werkcoach', groep)).toEqual(['UWV samenloop samenloop partij']);
    expect(groepenVan('UWV')).not.toContain('klant.bijzonder');
  });

  it('lets a caseload begin from a relation: a whole gemeente only where it has no regie', () => {
    const rollen: ReadonlySet<string> = new Set(['consulent_inkomen', 'consulent_werk', 'regisseur']);
    const heel = overPersonen.filter(({ rol, rijen }) => rollen.has(rol) && rijen === 'organisatie');
    for (const { rol, gegevensgroep, voorwaarde } of heel) {
      if (gegevensgroep === 'vacature.beheer') continue;
      expect([rol, voorwaarde]).toEqual(['consulent_inkomen', 'zonder_regie']);
    }
    expect(heel.length).toBeGreaterThan(0);
  });

  it('gives with a caseload also team, vervanging, noodtoegang and afgeschermd, and those never without it', () => {
    const zonder = (regel: MatrixRegel): string => JSON.stringify({ ...regel, rijen: undefined });
    const relaties = new Set(['caseload', 'team', 'vervanging', 'noodtoegang', 'afgeschermd']);
    const perGrant = Map.groupBy(
      matrix.filter(({ rijen }) => rijen !== undefined && relaties.has(rijen)),
      zonder,
    );
    for (const regels of perGrant.values())
      expect(new Set(regels.map(({ rijen }) => rijen))).toEqual(relaties);
    expect(perGrant.size).toBeGreaterThan(20);
  });

  it('shows a toezicht to the handhaver of the case, and its existence to nobody else', () => {
    const regels = matrix.filter(({ gegevensgroep }) => gegevensgroep === 'handhaving.toezicht');
    expect(regels.map(({ rol, rijen, taak }) => [rol, rijen, taak])).toEqual([
      ['handhaver', 'partij', 'sociale_recherche'],
      ['handhaver', 'partij', 'handhaving'],
    ]);
  });

  it('lets a handhaver reach the parties of his cases, and nobody else of a gemeente', () => {
    const regels = overPersonen.filter(({ rol }) => rol === 'handhaver');
    expect(regels.length).toBeGreaterThan(0);
    for (const { rijen } of regels) expect(rijen).toBe('partij');
  });

  it('shows debts to schuldhulp, and to others at most that it runs', () => {
    const rollen = matrix.filter(({ gegevensgroep }) => gegevensgroep === 'shv').map(({ rol }) => rol);
    expect(new Set(rollen)).toEqual(new Set(['schuldhulpverlener']));
    expect(regelsVan('consulent_inkomen', 'shv.loopt')).not.toEqual([]);
  });

  it('lets Duivenvoorde reach the figures and payments of its own task, never a dossier', () => {
    expect(groepenVan('WERKORGANISATIE')).toEqual([
      'financien.gemeente',
      'financien.klant.detail',
      'financien.klant.stand',
      'klant.dossier.kern',
      'klant.identificerend',
      'sturing',
    ]);
    for (const { organisatiesoort, taak } of matrix)
      if (organisatiesoort === 'WERKORGANISATIE') expect(taak).toBe('financiele_administratie');
  });

  it('gives raad, rekenkamer, uitzendbureau, RMC and CWI nothing beyond what is public', () => {
    expect(groepenVan('RAAD', 'REKENKAMER', 'UITZENDBUREAU', 'ONDERWIJS_RMC', 'CWI')).toEqual([]);
  });

  it('names for every grant a legal ground', () => {
    const zonder = matrix.filter(({ grondslag, rol }) => rol !== '*' && !/art\.|hoofdstuk/.test(grondslag));
    expect(zonder).toEqual([]);
  });
});

describe('klantregie', () => {
  it('mixes inkomen, intake, participatie, bemiddeling and terugvordering, for a regisseur only', () => {
    const klantregie = register.find(({ code }) => code === 'klantregie');
    expect(klantregie?.mengt).toEqual([
      'pw-inkomen',
      'intake',
      'pw-participatie',
      'bemiddeling',
      'terugvordering',
    ]);
    expect(klantregie?.rollen).toEqual(['regisseur']);
  });
});
