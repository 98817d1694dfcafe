import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Beleid } from '../../../gateway/authorisation/beleid.ts';
import { laadBeleid } from '../../../gateway/authorisation/beleid.ts';
import { beslisser } from '../../../gateway/authorisation/beslis.ts';
import type { Dekking } from '../../../gateway/authorisation/coverage.ts';
import type { Toegang, Weigering } from '../../../gateway/authorisation/toegang.ts';
import type { Betrokkene } from '../../../gateway/identity/betrokkene.ts';
import { laadMatrix } from '../../../schema/beleid/laad-matrix.ts';
import { ROLLEN } from '../../../schema/codelijsten/rollen.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

const beleid = laadBeleid();
const beslis = beslisser(beleid);
const NU = new Date('2026-11-22T12:00:00Z');
const groepen = [...beleid.groepen.keys()];
const doelen = [...beleid.register.values()];

const betrokkene = (anders: Partial<Betrokkene> = {}): Betrokkene => ({
  sub: 'iemand',
  organisatie: 'GM0394',
  rollen: ['consulent_inkomen'],
  namens: [],
  rechten: [],
  ...anders,
});

const dekkingVan = (...gevraagd: string[]): Dekking[] =>
  gevraagd.map((groep) => ({ veld: `T.${groep}`, eis: [[groep]] }));

const PW = 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1';

async function geweigerdBij(beslissing: Promise<Toegang>): Promise<readonly Weigering[]> {
  try {
    await beslissing;
  } catch (error) {
    if (error instanceof KetenFout) return (error.details['geweigerd'] ?? []) as readonly Weigering[];
    throw error;
  }
  return [];
}

describe('a decision', () => {
  it('grants exactly what a line of the matrix grants, for every role, purpose and set of groups', async () => {
    const matrix = laadMatrix();
    const rollen = fc.subarray([...ROLLEN]);
    const doel = fc.option(fc.constantFrom(...doelen), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        rollen,
        doel,
        fc.subarray(groepen, { minLength: 1 }),
        async (rol, activiteit, gevraagd) => {
          const mag = (groep: string): boolean =>
            matrix.some(
              (regel) =>
                regel.gegevensgroep === groep &&
                (regel.rol === '*' || rol.includes(regel.rol)) &&
                (regel.organisatiesoort === '*' || regel.organisatiesoort === 'GEMEENTE') &&
                (regel.verwerkingsactiviteit === '*' || regel.verwerkingsactiviteit === activiteit?.code),
            );
          const geweigerd = await geweigerdBij(
            beslis({
              betrokkene: betrokkene({ rollen: rol }),
              verwerkingsactiviteit: activiteit?.uri,
              dekking: dekkingVan(...gevraagd),
              nu: NU,
            }),
          );
          expect(geweigerd.map(({ gegevensgroep }) => gegevensgroep)).toEqual(
            gevraagd.filter((groep) => !mag(groep)),
          );
        },
      ),
    );
  });

  it('refuses a field without a policy, however much else is granted', async () => {
    const geweigerd = await geweigerdBij(
      beslis({
        betrokkene: betrokkene(),
        verwerkingsactiviteit: PW,
        dekking: [...dekkingVan('klant.dossier'), { veld: 'T.vergeten', eis: undefined }],
        nu: NU,
      }),
    );
    expect(geweigerd).toEqual([{ veld: 'T.vergeten', gegevensgroep: '', reden: 'GEEN_BELEID' }]);
  });

  it('refuses a processor that may not send for the organisation, and takes one that may', async () => {
    const met = (via: string, organisatie: string): Promise<readonly Weigering[]> =>
      geweigerdBij(
        beslis({
          betrokkene: betrokkene({ via, organisatie }),
          verwerkingsactiviteit: PW,
          dekking: dekkingVan('klant.dossier'),
          nu: NU,
        }),
      );
    expect(await met('DUIVENVOORDE', 'GM0394')).toEqual([
      { veld: 'T.klant.dossier', gegevensgroep: 'klant.dossier', reden: 'VERWERKER_ONBEKEND' },
    ]);
    expect(await met('DUIVENVOORDE', 'GM0626')).toEqual([]);
  });

  it('needs every group of a field that requires others', async () => {
    const dekking: Dekking[] = [{ veld: 'T.x', eis: [['klant.dossier', 'sturing']] }];
    const geweigerd = await geweigerdBij(
      beslis({ betrokkene: betrokkene(), verwerkingsactiviteit: PW, dekking, nu: NU }),
    );
    expect(geweigerd).toEqual([{ veld: 'T.x', gegevensgroep: 'sturing', reden: 'GEEN_RECHT' }]);
  });

  it('names what may be reused by everything that distinguishes two askers', async () => {
    const sleutel = async (
      anders: Partial<Betrokkene>,
      doel: string,
      ...gevraagd: string[]
    ): Promise<string> => {
      const dekking = dekkingVan(...gevraagd);
      const toegang = await beslis({
        betrokkene: betrokkene(anders),
        verwerkingsactiviteit: doel,
        dekking,
        nu: NU,
      });
      return toegang.sleutel;
    };
    const sleutels = await Promise.all([
      sleutel({}, PW, 'klant.dossier'),
      sleutel({ sub: 'ander' }, PW, 'klant.dossier'),
      sleutel({ organisatie: 'GM0629' }, PW, 'klant.dossier'),
      sleutel({}, PW, 'klant.dossier', 'klant.bsn'),
    ]);
    expect(new Set(sleutels).size).toBe(sleutels.length);
    expect(await sleutel({}, PW, 'klant.dossier')).toBe(sleutels[0]);
  });
});

describe('a filter within an input object', () => {
  const met = (gegevensgroep: string, isGegeven: boolean): Promise<Toegang> =>
    beslis({
      betrokkene: betrokkene(),
      verwerkingsactiviteit: PW,
      dekking: dekkingVan('klant.dossier'),
      argumenten: {
        groepen: new Set([gegevensgroep]),
        given: () =>
          isGegeven
            ? [
                {
                  naam: 'Filter.veld',
                  argument: {
                    regel: 1,
                    argument: 'Filter.veld',
                    soort: 'filter',
                    gegevensgroep,
                    toelichting: '-',
                  },
                  value: 'x',
                  groepen: new Set(),
                },
              ]
            : [],
      },
      nu: NU,
    });

  it('needs its group when it is given, and only then', async () => {
    expect(await geweigerdBij(met('sturing', true))).toEqual([
      { veld: 'Filter.veld', gegevensgroep: 'sturing', reden: 'GEEN_RECHT' },
    ]);
    expect(await geweigerdBij(met('sturing', false))).toEqual([]);
  });

  it('brings its group along when it is given, and only then', async () => {
    expect([...(await met('klant.bsn', true)).groepen.keys()]).toEqual(['klant.bsn', 'klant.dossier']);
    expect([...(await met('klant.bsn', false)).groepen.keys()]).toEqual(['klant.dossier']);
  });
});

describe('the rows in reach', () => {
  const samenwerking = {
    code: 'proef',
    naam: 'Proef',
    taak: 'uitkering' as const,
    vorm: 'MANDAAT' as const,
    uitvoerder: 'GM0394',
    deelnemers: ['GM0394', 'GM0629'],
    geldigVan: '2012-01-01',
    geldigTot: '2026-11-23',
    bron: { document: '001', regel: 1 },
  };
  const metSamenwerking: Beleid = {
    ...beleid,
    ketenpartners: { ...beleid.ketenpartners, samenwerkingen: [samenwerking] },
  };
  const dekking = dekkingVan('financien.klant.detail');
  const beslisMet = beslisser(metSamenwerking);
  const bereik = async (
    anders: Partial<Betrokkene>,
    nu: Date = NU,
  ): Promise<readonly string[] | undefined> => {
    const { groepen } = await beslisMet({
      betrokkene: betrokkene({ rollen: ['uitkeringsadministratie'], ...anders }),
      verwerkingsactiviteit: PW,
      dekking,
      nu,
    });
    return groepen.get('financien.klant.detail')?.sleutels;
  };

  it('are those of the own organisation', async () => {
    expect(await bereik({})).toEqual(['GM0394']);
  });

  it('are those of another gemeente only when acted for and under a samenwerking for the task that counts now', async () => {
    expect(await bereik({ namens: ['GM0629'] })).toEqual(['GM0394', 'GM0629']);
    expect(await bereik({ namens: ['GM1916'] })).toEqual(['GM0394']);
    expect(await bereik({ organisatie: 'GM0629', namens: ['GM0394'] })).toEqual(['GM0629']);
  });

  it('are those of the organisation in no group whose rows everyone may read', async () => {
    const toegang = await beslisMet({
      betrokkene: betrokkene({}),
      verwerkingsactiviteit: PW,
      dekking: dekkingVan('structuur', 'publiek'),
      nu: NU,
    });
    expect([...toegang.groepen.values()]).toEqual([{ sleutels: [] }, { sleutels: [] }]);
  });

  it('end with the samenwerking, at midnight in the Netherlands', async () => {
    expect(await bereik({ namens: ['GM0629'] }, new Date('2026-11-22T22:59:59Z'))).toEqual([
      'GM0394',
      'GM0629',
    ]);
    expect(await bereik({ namens: ['GM0629'] }, new Date('2026-11-22T23:00:00Z'))).toEqual(['GM0394']);
  });
});
