import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trajecten } from '../../../subgraphs/trajecten/trajecten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { volgStatements } from '../../setup/volg-statements.ts';
import { GEMEENTE, KLANTEN, maakTrajecten, REGISSEUR, TABELLEN } from './eigen-gegevens.ts';

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakTrajecten(TABELLEN);
  subgraph = await beginSubgraph(trajecten, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

async function entiteiten(
  soort: string,
  sleutels: readonly string[],
  velden: string,
  groepen: Groepen,
): Promise<readonly unknown[]> {
  const { data, errors } = await subgraph.vraag({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${soort} { ${velden} } } }`,
    variables: {
      r: sleutels.map((id) => ({ __typename: soort, ...(soort === 'Klant' ? { sleutel: id } : { id }) })),
    },
    groepen,
  });
  expect(errors).toBeUndefined();
  return data?.['_entities'] as readonly unknown[];
}

/** Of which klanten something is seen; the trajecten by key. */
async function zie(groepen: Groepen) {
  const klanten = (await entiteiten(
    'Klant',
    KLANTEN,
    'id: sleutel trajecten { id } voorzieningen { id } loonwaardemetingen { loonwaarde }',
    groepen,
  )) as readonly Record<'trajecten' | 'voorzieningen' | 'loonwaardemetingen', { id: string }[]>[];
  const met = (veld: 'voorzieningen' | 'loonwaardemetingen') =>
    KLANTEN.filter((_id, i) => (klanten[i]?.[veld].length ?? 0) > 0);
  return {
    trajecten: klanten.flatMap((klant) => klant.trajecten.map(({ id }) => id)),
    voorzieningen: met('voorzieningen'),
    metingen: met('loonwaardemetingen'),
  };
}

const VAN_REGISSEUR = {
  trajecten: ['gepland', 'traject van caseload', 'eerder', 'traject van verhuisd'],
  voorzieningen: ['caseload', 'verhuisd'],
  metingen: ['caseload', 'verhuisd'],
};

describe('what is known of a klant', () => {
  test('is there for the regisseur, the newest first, and not from before a move or after the end', async () => {
    expect(await zie(REGISSEUR)).toEqual(VAN_REGISSEUR);
  });

  test('is there for the whole gemeente where that was granted, but not of whom is afgeschermd', async () => {
    const { voorzieningen, metingen } = await zie(GEMEENTE);
    expect(voorzieningen).toEqual(['caseload', 'collega', 'verhuisd']);
    expect(metingen).toEqual(voorzieningen);
  });

  test('is there for nobody when the klant is in no row of klantbereik', async () => {
    for (const groepen of [
      REGISSEUR,
      GEMEENTE,
      { traject: ['klant/onbekend'], 'klant.bijzonder': ['GM1916'] },
    ]) {
      const { trajecten, voorzieningen } = await zie(groepen);
      expect(trajecten).not.toContain('traject van onbekend');
      expect(voorzieningen).not.toContain('onbekend');
    }
  });

  test('is bounded group by group', async () => {
    const { trajecten, metingen } = await zie({ ...REGISSEUR, 'klant.bijzonder': ['GM0629/consulent-lv'] });
    expect([trajecten, metingen]).toEqual([VAN_REGISSEUR.trajecten, []]);
  });

  test('out of reach is answered with the same statements and bytes as of a klant who does not exist', async () => {
    const vraag = (id: string) =>
      volgStatements(() => entiteiten('Klant', [id], 'trajecten { id }', REGISSEUR));
    const [buiten, onbekend] = [await vraag('collega'), await vraag('bestaat-niet')];
    expect(buiten.uitkomst).toEqual([{ trajecten: [] }]);
    expect(onbekend).toEqual(buiten);
  });
});

describe('a traject', () => {
  const TRAJECT =
    'id doel programma { code naam } aanbieder { naam } begin einde status uitkomst herkomst { bron bronsoort peildatum }';

  test('has its programma as it is called today in its own gemeente, its aanbieder, and where it comes from', async () => {
    expect(await entiteiten('Traject', ['traject van caseload'], TRAJECT, REGISSEUR)).toEqual([
      {
        id: 'traject van caseload',
        doel: null,
        programma: { code: 'LEREN', naam: 'Leren en werken' },
        aanbieder: { naam: 'Baanbrug' },
        begin: '2012-06-01',
        einde: null,
        status: 'LOPEND',
        uitkomst: null,
        herkomst: { bron: 'trajecten', bronsoort: 'SYNTHETISCH', peildatum: '2013-04-02' },
      },
    ]);
    expect(
      await entiteiten('Traject', ['in Wassenaar'], 'programma { naam }', { traject: ['klant/verhuisd'] }),
    ).toEqual([{ programma: { naam: 'Leren in Wassenaar' } }]);
  });

  test('out of reach is absent', async () => {
    const buiten = ['traject van collega', 'traject van afgeschermd', 'in Wassenaar', 'bestaat niet'];
    expect(await entiteiten('Traject', buiten, 'id', REGISSEUR)).toEqual([null, null, null, null]);
  });
});

describe('a loonkostensubsidie', () => {
  const SUBSIDIES = ['69599084', '90001354'].map((kvk) => `subsidie van ${kvk}`);
  const PLAATSINGEN = ['69599084', '90001354'].map((kvk) => `plaatsing bij ${kvk}`);
  const VELDEN = 'id percentage datumBeschikking datumStart datumEinde';
  const EIGEN = {
    id: 'subsidie van 69599084',
    percentage: 37.5,
    datumBeschikking: '2012-12-01',
    datumStart: '2013-01-01',
    datumEinde: '2013-12-31',
  };
  const alsWerkgever: Groepen = { 'werkgever.subsidie': ['kvk/69599084'] };

  test('is there for its own werkgever, by its key and by its plaatsing', async () => {
    expect(await entiteiten('Loonkostensubsidie', SUBSIDIES, VELDEN, alsWerkgever)).toEqual([EIGEN, null]);
    expect(
      await entiteiten('Plaatsing', PLAATSINGEN, `loonkostensubsidie { ${VELDEN} }`, alsWerkgever),
    ).toEqual([{ loonkostensubsidie: EIGEN }, { loonkostensubsidie: null }]);
  });

  test('is there for nobody by gemeente, regie or klant', async () => {
    const anderen: Groepen = { 'werkgever.subsidie': ['GM1916', 'GM1916/consulent-lv', 'klant/caseload'] };
    expect(await entiteiten('Loonkostensubsidie', SUBSIDIES, VELDEN, anderen)).toEqual([null, null]);
  });

  test('is in the logboek under the klant and the gemeente', async () => {
    const traceId = '6'.repeat(32);
    await subgraph.vraag({
      query:
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Loonkostensubsidie { percentage } } }',
      variables: { r: [{ __typename: 'Loonkostensubsidie', id: 'subsidie van 69599084' }] },
      groepen: alsWerkgever,
      organisatie: 'KVK69599084',
      traceId,
    });
    expect(
      await database.sql(
        'trajecten',
        'select betrokkenen, verantwoordelijken, velden from logboek where trace_id = $1',
        [traceId],
      ),
    ).toEqual([
      {
        betrokkenen: ['caseload'],
        verantwoordelijken: ['GM1916'],
        velden: ['Loonkostensubsidie.percentage'],
      },
    ]);
  });
});

describe('results of a programma', () => {
  const resultaten = async (sturing: readonly string[]) =>
    subgraph.vraag({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gemeente {
        programmaresultaten { programma { naam } naarWerkVanAangemelden { dossiers { toestand } } } } } }`,
      variables: { r: [{ __typename: 'Gemeente', code: 'GM1916' }] },
      groepen: { sturing },
    });

  test('are there for who governs the gemeente, and for nobody else', async () => {
    expect((await resultaten(['GM1916'])).data).toEqual({
      _entities: [
        {
          programmaresultaten: [
            {
              programma: { naam: 'Leren en werken' },
              naarWerkVanAangemelden: { dossiers: { toestand: 'ONDERDRUKT' } },
            },
          ],
        },
      ],
    });
    expect((await resultaten(['GM0394'])).data).toEqual({ _entities: [{ programmaresultaten: [] }] });
  });
});

describe('filter and row-level security each keep the rows in alone', () => {
  const wijd: Groepen = Object.fromEntries(
    ['traject', 'klant.bijzonder', 'werkgever.subsidie', 'sturing'].map((groep) => [
      groep,
      [
        ...(REGISSEUR['traject'] ?? []),
        'GM0629',
        'GM1916',
        'kvk/69599084',
        'kvk/90001354',
        ...KLANTEN.map((id) => `klant/${id}`),
      ],
    ]),
  );
  const eng: Groepen = { ...REGISSEUR, 'werkgever.subsidie': ['kvk/69599084'], sturing: ['GM0394'] };

  const lees = (filter: Groepen, rijbeveiliging: Groepen) =>
    metLoaders(trajecten, database, { filter, rijbeveiliging }, async (loaders) => {
      const rijen = await Promise.all([
        ...KLANTEN.map((id) => loaders.trajecten.load(id)),
        ...KLANTEN.map((id) => loaders.voorzieningen.load(id)),
        ...KLANTEN.map((id) => loaders.loonwaardemetingen.load(id)),
      ]);
      const per = Math.ceil(rijen.length / 3);
      const aantal = (vanaf: number) => rijen.slice(vanaf, vanaf + per).flat().length;
      const subsidies = ['69599084', '90001354'].map((kvk) =>
        loaders.loonkostensubsidie.load(`subsidie van ${kvk}`),
      );
      return {
        trajecten: aantal(0),
        voorzieningen: aantal(per),
        metingen: aantal(2 * per),
        subsidies: (await Promise.all(subsidies)).filter((subsidie) => subsidie !== null).length,
        resultaten: (await loaders.resultaten.load('GM1916')).geteld.length,
      };
    });

  const NIETS = { trajecten: 0, voorzieningen: 0, metingen: 0, subsidies: 0, resultaten: 0 };
  const EIGEN = { trajecten: 4, voorzieningen: 2, metingen: 2, subsidies: 1, resultaten: 0 };

  test('with both open, all that a row of klantbereik reaches is seen', async () => {
    // The five klanten who have such a row, with the one of before the move.
    expect(await lees(wijd, wijd)).toEqual({
      trajecten: 8,
      voorzieningen: 5,
      metingen: 5,
      subsidies: 2,
      resultaten: 2,
    });
  });

  test('row-level security alone', async () => {
    expect(await lees(wijd, eng)).toEqual(EIGEN);
    expect(await lees(wijd, {})).toEqual(NIETS);
  });

  test('the filter alone, with row-level security switched off', async () => {
    const tabellen = [
      'klantsleutel',
      'klantbereik',
      'traject',
      'voorziening',
      'loonwaardemeting',
      'loonkostensubsidie',
      'programmauitkomst',
    ];
    const zet = (stand: string) =>
      database.sql(
        'trajecten',
        tabellen.map((tabel) => `alter table ${tabel} ${stand} row level security`).join(';'),
      );
    await zet('disable');
    try {
      expect(await lees(eng, {})).toEqual(EIGEN);
      expect(await lees({}, {})).toEqual(NIETS);
    } finally {
      await zet('enable');
    }
  });
});
