import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { volgStatements } from '../../setup/volg-statements.ts';
import { alsInwoner, alsWerkgever, GEMEENTE, maakVacatures, REGISSEUR } from './eigen-gegevens.ts';

const KLANTEN = ['afgeschermd', 'caseload', 'collega', 'gesloten', 'onbekend', 'verhuisd'];

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakVacatures();
  subgraph = await beginSubgraph(vacatures, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

/** What klanten, asked for by key, show: the klanten with a profiel, and the keys of all voordrachten. */
async function zie(groepen: Groepen) {
  const { data, errors } = await subgraph.vraag({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant {
      id profiel { mobiliteit { bemiddelingspostcode } } voordrachten { edges { node { id } } } } } }`,
    variables: { r: KLANTEN.map((id) => ({ __typename: 'Klant', id })) },
    groepen,
  });
  expect(errors).toBeUndefined();
  const klanten = data?.['_entities'] as {
    id: string;
    profiel: object | null;
    voordrachten: { edges: { node: { id: string } }[] };
  }[];
  return {
    profielen: klanten.filter(({ profiel }) => profiel !== null).map(({ id }) => id),
    voordrachten: klanten.flatMap(({ voordrachten }) => voordrachten.edges.map(({ node }) => node.id)),
  };
}

describe('the profiel and the voordrachten of a klant', () => {
  test('are there for the regisseur, with every werkgever, and not those of before a move or after the end', async () => {
    expect(await zie(REGISSEUR)).toEqual({
      profielen: ['caseload', 'verhuisd'],
      voordrachten: ['ander', 'caseload', 'verhuisd'],
    });
  });

  test('are there for the whole gemeente where that was granted, but not of whom is afgeschermd', async () => {
    expect(await zie(GEMEENTE)).toEqual({
      profielen: ['caseload', 'collega', 'verhuisd'],
      voordrachten: ['ander', 'caseload', 'collega', 'verhuisd'],
    });
  });

  test('are there for the klant himself, also when afgeschermd, closed or moved, and nobody else’s', async () => {
    expect(await zie(alsInwoner('afgeschermd'))).toEqual({
      profielen: ['afgeschermd'],
      voordrachten: ['afgeschermd'],
    });
    expect(await zie(alsInwoner('gesloten'))).toEqual({
      profielen: ['gesloten'],
      voordrachten: ['gesloten'],
    });
    expect((await zie(alsInwoner('verhuisd'))).voordrachten).toEqual(['verhuisd', 'verhuisd-oud']);
  });

  test('are there for nobody when the klant is in no row of klantbereik', async () => {
    for (const groepen of [REGISSEUR, GEMEENTE, alsInwoner('onbekend')]) {
      const { profielen, voordrachten } = await zie(groepen);
      expect([...profielen, ...voordrachten]).not.toContain('onbekend');
    }
  });

  test('are for a werkgever only as far as the voordracht is its own, and never with the profiel', async () => {
    expect(await zie(alsWerkgever('69599084'))).toEqual({ profielen: [], voordrachten: ['ander'] });
  });
});

test('a klant out of reach is answered with the same statements as one that does not exist', async () => {
  const vraag = (id: string) =>
    volgStatements(() =>
      subgraph.vraag({
        query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant {
          profiel { bemiddelingsberoep { codeBeroepsnaam } } voordrachten { edges { node { id } } } } } }`,
        variables: { r: [{ __typename: 'Klant', id }] },
        groepen: REGISSEUR,
      }),
    );
  const [buiten, onbekend] = [await vraag('afgeschermd'), await vraag('bestaat-niet')];
  expect(buiten.uitkomst.tekst).toBe(
    '{"data":{"_entities":[{"profiel":null,"voordrachten":{"edges":[]}}]}}\n',
  );
  expect(onbekend.uitkomst.tekst).toBe(buiten.uitkomst.tekst);
  expect(buiten.statements).toEqual(onbekend.statements);
});

test('what was read of a klant is in the logboek under the gemeente of the row', async () => {
  const traceId = '5'.repeat(32);
  await subgraph.vraag({
    query:
      '{ voordracht(id: "verhuisd-oud") { fase kandidaat { werktijden { aantalWerkurenPerWeekMinimaal } } } }',
    groepen: alsWerkgever('90001354'),
    organisatie: 'KVK90001354',
    traceId,
  });
  expect(
    await database.sql(
      'vacatures',
      'select betrokkenen, verantwoordelijken, velden from logboek where trace_id = $1',
      [traceId],
    ),
  ).toEqual([
    {
      betrokkenen: ['verhuisd'],
      verantwoordelijken: ['GM0629'],
      velden: ['Kandidaat.werktijden', 'Voordracht.fase', 'Voordracht.kandidaat'],
    },
  ]);
});

describe('filter and row-level security each keep the rows in alone', () => {
  const TABELLEN = [
    'klantbereik',
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
  const iedereen = [...beide, 'GM0629', 'GM1916', ...KLANTEN.map((klant) => `klant/${klant}`)];
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
      wensen: ['afgeschermd', 'caseload', 'collega', 'onbekend', 'verhuisd', 'ander'],
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
});
