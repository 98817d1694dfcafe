import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { alsInwoner, alsWerkgever, maakVacatures, REGISSEUR } from './eigen-gegevens.ts';

const KLANTEN = ['afgeschermd', 'caseload', 'collega', 'gesloten', 'onbekend', 'verhuisd'];

let database: Testdatabase;
beforeAll(async () => {
  database = await maakVacatures();
});
afterAll(() => database.weg());

describe('filter and row-level security each keep the rows in alone', () => {
  const TABELLEN = [
    'klantsleutel',
    'werkgever',
    'vestiging',
    'vacature',
    'bezetting',
    'profiel',
    'profiel_beroep',
    'voordracht',
    'kandidaat_naam',
    'plaatsing',
    'wsp_gedrukt',
    'wspmaand',
  ];
  const beide = ['90001354', '69599084'].map((kvk) => `kvk/${kvk}`);
  const iedereen = [
    ...beide,
    ...(REGISSEUR['klant.profiel'] ?? []),
    'GM0629',
    'GM1916',
    ...KLANTEN.map((klant) => `klant/${klant}`),
  ];
  const WIJD: Groepen = {
    'vacature.beheer': beide,
    'klant.profiel': iedereen,
    'klant.contact': beide,
    sturing: ['GM0394', 'GM1916'],
  };

  const lees = (filter: Groepen, rijbeveiliging: Groepen) =>
    metLoaders(vacatures, database, { filter, rijbeveiliging }, async (loaders) => {
      const alle = async <Rij>(
        loader: { load: (sleutel: string) => Promise<Rij | null> },
        ...ids: string[]
      ) => {
        const rijen = await Promise.all(ids.map(async (id) => [id, await loader.load(id)] as const));
        return rijen.flatMap(([id, rij]) => (rij === null ? [] : [id]));
      };
      const strek = async <Rij extends { id: string }>(
        loader: { load: (vraag: { sleutel: string; aantal: number }) => Promise<readonly Rij[]> },
        ...sleutels: string[]
      ) => {
        const rijen = await Promise.all(sleutels.map((sleutel) => loader.load({ sleutel, aantal: 10 })));
        return rijen.flat().map(({ id }) => id);
      };
      const nummers = ['69599084', '90001354'];
      const voordrachten = [...KLANTEN, 'ander', 'verhuisd-oud'];
      const vestigingen = await Promise.all(nummers.map((kvk) => loaders.vestigingen.load(kvk)));
      const wsp = { gemeente: 'GM1916', jaar: 2013, kwartaal: 1 };
      return {
        werkgevers: await alle(loaders.werkgever, ...nummers),
        vestigingen: vestigingen.flat().map(({ plaats }) => plaats),
        vacature: await alle(loaders.vacature, 'hovenier', 'kok', 'voorman'),
        vacatures: await strek(loaders.vacatures, ...nummers),
        bezet: (await loaders.vacature.load('hovenier'))?.bezet,
        voordracht: await alle(loaders.voordracht, ...voordrachten),
        vanVacature: await strek(loaders.voordrachtenVanVacature, 'kok', 'hovenier', 'voorman'),
        vanKlant: await strek(loaders.voordrachtenVanKlant, ...KLANTEN),
        wensen: await alle(loaders.wensen, ...voordrachten),
        namen: await alle(loaders.kandidaatNaam, ...voordrachten),
        plaatsing: await alle(loaders.plaatsing, 'elders', 'laatste-dag', 'loopt', 'voorbij'),
        plaatsingen: await strek(loaders.plaatsingen, ...nummers),
        profielen: await alle(loaders.profiel, ...KLANTEN),
        geopend: (await loaders.wspTellingen.load(wsp)).get('GEOPEND')?.inKwartaal,
      };
    });

  const zonderRijbeveiliging = async <R>(werk: () => Promise<R>): Promise<R> => {
    const zet = (stand: string) =>
      database.sql(
        'vacatures',
        TABELLEN.map((tabel) => `alter table ${tabel} ${stand} row level security`).join(';'),
      );
    await zet('disable');
    try {
      return await werk();
    } finally {
      await zet('enable');
    }
  };

  const NIETS = {
    werkgevers: [],
    vestigingen: [],
    vacature: [],
    vacatures: [],
    bezet: undefined,
    voordracht: [],
    vanVacature: [],
    vanKlant: [],
    wensen: [],
    namen: [],
    plaatsing: [],
    plaatsingen: [],
    profielen: [],
    geopend: undefined,
  };

  test('with both open, all is seen that a phase shows', async () => {
    expect(await lees(WIJD, WIJD)).toMatchObject({
      werkgevers: ['69599084', '90001354'],
      vestigingen: ['Wassenaar', 'Voorburg', 'Voorschoten'],
      vacatures: ['kok', 'hovenier', 'voorman'],
      bezet: 1,
      voordracht: [...KLANTEN, 'ander', 'verhuisd-oud'],
      wensen: ['afgeschermd', 'caseload', 'collega', 'verhuisd', 'ander'],
      namen: ['caseload', 'verhuisd', 'ander'],
      plaatsingen: ['elders', 'loopt', 'laatste-dag', 'voorbij'],
      profielen: ['afgeschermd', 'caseload', 'collega', 'gesloten', 'verhuisd'],
      geopend: 2,
    });
  });

  const EIGEN_WERKGEVER = {
    ...NIETS,
    werkgevers: ['69599084'],
    vestigingen: ['Wassenaar'],
    vacature: ['kok'],
    vacatures: ['kok'],
    voordracht: ['ander'],
    vanVacature: ['ander'],
    vanKlant: ['ander'],
    wensen: ['ander'],
    namen: ['ander'],
    plaatsing: ['elders'],
    plaatsingen: ['elders'],
  };
  const EIGEN_CASELOAD = {
    ...NIETS,
    voordracht: ['caseload', 'verhuisd', 'ander'],
    vanVacature: ['ander', 'verhuisd', 'caseload'],
    vanKlant: ['ander', 'caseload', 'verhuisd'],
    wensen: ['caseload', 'verhuisd', 'ander'],
    plaatsing: ['laatste-dag', 'loopt'],
    plaatsingen: ['loopt', 'laatste-dag'],
    profielen: ['caseload', 'verhuisd'],
  };
  const EIGEN_GEGEVENS = {
    ...NIETS,
    voordracht: ['verhuisd', 'verhuisd-oud'],
    vanVacature: ['verhuisd', 'verhuisd-oud'],
    vanKlant: ['verhuisd', 'verhuisd-oud'],
    wensen: ['verhuisd'],
    plaatsing: ['loopt'],
    plaatsingen: ['loopt'],
    profielen: ['verhuisd'],
  };
  const EIGEN_GEMEENTE = { ...NIETS, geopend: 2 };

  const VRAGERS: readonly [string, Groepen, object][] = [
    ['a werkgever', alsWerkgever('69599084'), EIGEN_WERKGEVER],
    ['a regisseur', REGISSEUR, EIGEN_CASELOAD],
    ['a klant', alsInwoner('verhuisd'), EIGEN_GEGEVENS],
    ['a gemeente', { sturing: ['GM1916'] }, EIGEN_GEMEENTE],
    ['another gemeente', { sturing: ['GM0394'] }, NIETS],
    ['whoever has no scope', {}, NIETS],
  ];

  test.each(VRAGERS)('row-level security alone, of %s', async (_wie, eng, verwacht) => {
    expect(await lees(WIJD, eng)).toEqual(verwacht);
  });

  test.each(VRAGERS)(
    'the filter alone, of %s, with row-level security switched off',
    async (_wie, eng, verwacht) => {
      expect(await zonderRijbeveiliging(() => lees(eng, {}))).toEqual(verwacht);
    },
  );

  describe('so does what a phase shows, and not of whom is afgeschermd or in no row of klantbereik', () => {
    const NAMEN = ['caseload', 'verhuisd'];
    const WENSEN = ['caseload', 'collega', 'verhuisd'];

    test('by row-level security alone', async () => {
      expect(await alsLezer('select voordracht_id as id from kandidaat_naam order by id')).toEqual(NAMEN);
      expect(await alsLezer('select klant_id as id from profiel order by id')).toEqual(WENSEN);
      expect(await alsLezer('select distinct klant_id as id from profiel_beroep order by id')).toEqual(
        WENSEN,
      );
    });

    test('by the filter alone', async () => {
      const { namen, wensen } = await zonderRijbeveiliging(() => lees(alsWerkgever('90001354'), {}));
      expect({ namen, wensen }).toEqual({ namen: NAMEN, wensen: WENSEN });
    });
  });
});

/** The keys that SQL without any filter gives the serving role, in the scope of the werkgever 90001354. */
async function alsLezer(sql: string): Promise<readonly string[]> {
  const lezer = new Client({
    connectionString: database.lezer('vacatures'),
    options: '-c search_path=vacatures',
  });
  await lezer.connect();
  try {
    for (const groep of ['personen', 'klant_profiel', 'klant_contact'])
      await lezer.query(`select set_config('keten.bereik_${groep}', 'kvk/90001354', false)`);
    await lezer.query(`select set_config('keten.vandaag', '2013-04-02', false)`);
    return (await lezer.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  } finally {
    await lezer.end();
  }
}
