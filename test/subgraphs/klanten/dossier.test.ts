import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { pseudoniem } from '../../setup/pseudoniem.ts';

const klant = (nummer: string): string => `5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d${nummer}`;

/** The caseload of the regisseur of the demo, in three gemeenten. */
const CASELOAD = ['GM0626', 'GM0629', 'GM1916'].map((code) => `${code}/consulent-lv`);
const metBereik = (bereik: readonly string[]): Groepen =>
  Object.fromEntries(
    ['klant.identificerend', 'klant.dossier', 'klant.dossier.kern', 'bezwaar'].map((groep) => [
      groep,
      bereik,
    ]),
  );
const REGISSEUR = { groepen: metBereik(CASELOAD), sub: 'consulent-lv', organisatie: 'GM1916' };

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(klanten, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

async function dossier(id: string, velden: string, vrager: object = REGISSEUR): Promise<unknown> {
  const { data, errors } = await subgraph.vraag({
    query: `query ($id: ID!) { klant(id: $id) { ${velden} } }`,
    variables: { id: pseudoniem(id) },
    ...vrager,
  });
  expect(errors).toBeUndefined();
  return data?.['klant'];
}

describe('a huishouden with two uitkeringen', () => {
  const velden =
    'uitkeringen { regeling } huishouden { id uitkeringen { regeling rechthebbenden { id: sleutel } } }';

  test('shows the regisseur both, and of each klant only the own', async () => {
    const vader = { regeling: 'IOAW', rechthebbenden: [{ id: klant('0109') }] };
    const dochter = { regeling: 'WWB', rechthebbenden: [{ id: klant('010a') }] };
    for (const [id, eigen] of [
      [klant('0109'), 'IOAW'],
      [klant('010a'), 'WWB'],
    ] as const) {
      expect(await dossier(id, velden)).toMatchObject({
        uitkeringen: [{ regeling: eigen }],
        huishouden: { uitkeringen: [dochter, vader] },
      });
    }
  });

  test('shows an inwoner her own only', async () => {
    const vrager = {
      groepen: metBereik([`klant/${klant('010a')}`]),
      sub: 'inwoner',
      organisatie: 'INWONERS',
    };
    expect(await dossier(klant('010a'), velden, vrager)).toMatchObject({
      uitkeringen: [{ regeling: 'WWB' }],
      huishouden: { uitkeringen: [{ regeling: 'WWB', rechthebbenden: [{ id: klant('010a') }] }] },
    });
    expect(await dossier(klant('0109'), velden, vrager)).toBeNull();
  });
});

describe('a partner in two roles', () => {
  const velden = 'uitkeringen { einddatum redenEinde rechthebbenden { id: sleutel } }';

  test('has the ended uitkering she had alone, and the one she shares', async () => {
    expect(await dossier(klant('0103'), velden)).toMatchObject({
      uitkeringen: [
        { einddatum: null, redenEinde: null, rechthebbenden: [{ id: klant('0101') }, { id: klant('0103') }] },
        { rechthebbenden: [{ id: klant('0103') }] },
      ],
    });
  });

  test('and the other has only the one they share', async () => {
    expect(await dossier(klant('0101'), velden)).toMatchObject({
      uitkeringen: [{ rechthebbenden: [{ id: klant('0101') }, { id: klant('0103') }] }],
    });
  });
});

describe('the regie', () => {
  test('is a history, and says which lines are of who asks', async () => {
    expect(await dossier(klant('0101'), 'regie { rol team vanMij geldigVan geldigTot }')).toEqual({
      regie: [
        {
          rol: 'REGISSEUR',
          team: 'Werk en Inkomen 1',
          vanMij: true,
          geldigVan: '2012-09-01',
          geldigTot: null,
        },
        {
          rol: 'REGISSEUR',
          team: 'Werk en Inkomen 3',
          vanMij: false,
          geldigVan: '2011-05-16',
          geldigTot: '2012-09-01',
        },
      ],
    });
  });

  test.each([
    ['0105', 'who came under his regie', true],
    ['0106', 'who went from under it', false],
    ['0107', 'whose dossier was closed', false],
    ['0108', 'who is afgeschermd', false],
    ['0104', 'who moved to where he has the regie', true],
  ])('lets the regisseur reach klant %s, %s: %s', async (nummer, _wie, bereikt) => {
    expect(await dossier(klant(nummer), 'id: sleutel')).toEqual(bereikt ? { id: klant(nummer) } : null);
  });

  test('leaves the gemeente of before nothing of a klant who moved', async () => {
    const vrager = { groepen: metBereik(['GM0629']), organisatie: 'GM0629' };
    expect(await dossier(klant('0104'), 'id', vrager)).toBeNull();
  });
});

describe('the dossier of the inwoner who asks', () => {
  const vraag = async (groepen: Groepen) =>
    (
      await subgraph.vraag({
        query: '{ mijnDossier { id: sleutel aanvragen { melding { kanaal } voorschot { bedrag } } } }',
        groepen,
      })
    ).data;

  test('is found without a key, whoever has the regie, also when he is afgeschermd', async () => {
    expect(await vraag(metBereik([`klant/${klant('0102')}`]))).toMatchObject({
      mijnDossier: { id: klant('0102'), aanvragen: [{ voorschot: { bedrag: 60_000 } }] },
    });
    expect(await vraag(metBereik([`klant/${klant('0108')}`]))).toMatchObject({
      mijnDossier: { id: klant('0108') },
    });
  });

  test('is absent for everyone who is no inwoner', async () => {
    expect(await vraag(metBereik(CASELOAD))).toEqual({ mijnDossier: null });
    expect(await vraag(metBereik([]))).toEqual({ mijnDossier: null });
    expect(await vraag(metBereik([`klant/${klant('0102')}`, `klant/${klant('0108')}`]))).toEqual({
      mijnDossier: null,
    });
  });
});

test('an aanvraag tells its way from melding to bezwaar, and its duration beside the norm', async () => {
  expect(
    await dossier(
      klant('0116'),
      `aanvragen { melding { kanaal poortgesprek { uitkomst } } ingediendOp uiterlijk teLaat
       doorlooptijd { aantal norm eenheid isBinnenNorm } beschikking { datum besluit bezwaren { soort ingediendOp uitkomst } }
       herkomst { bron bronsoort peildatum } }`,
    ),
  ).toMatchObject({
    aanvragen: [
      {
        melding: { poortgesprek: { uitkomst: 'AANVRAAG' } },
        ingediendOp: '2012-11-26',
        uiterlijk: '2013-01-21',
        teLaat: false,
        doorlooptijd: { norm: 40, eenheid: 'WERKDAGEN', isBinnenNorm: true },
        beschikking: {
          besluit: 'AFGEWEZEN',
          bezwaren: [{ soort: 'BEZWAAR', ingediendOp: '2013-02-14', uitkomst: null }],
        },
        herkomst: { bron: 'klanten', bronsoort: 'SYNTHETISCH', peildatum: '2013-04-02' },
      },
    ],
  });
});

describe('the work of a regisseur', () => {
  interface Werk {
    readonly id: string;
    readonly soort?: string;
    readonly uiterlijk: string;
    readonly teLaat: boolean;
    readonly klant: { readonly id: string };
  }

  async function bladzijden(veld: string, first: number, argumenten = ''): Promise<readonly Werk[]> {
    const rijen: Werk[] = [];
    for (let after: string | null = null; ;) {
      const { data, errors } = await subgraph.vraag({
        query: `query ($first: Int!, $after: String) { werk: ${veld}(first: $first, after: $after${argumenten}) {
          edges { node { id uiterlijk teLaat klant { id: sleutel } ${veld === 'taken' ? 'soort' : ''} } } pageInfo { hasNextPage endCursor } } }`,
        variables: { first, after },
        ...REGISSEUR,
      });
      expect(errors).toBeUndefined();
      const bladzijde = data?.['werk'] as {
        edges: { node: Werk }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      rijen.push(...bladzijde.edges.map(({ node }) => node));
      if (!bladzijde.pageInfo.hasNextPage) return rijen;
      after = bladzijde.pageInfo.endCursor;
    }
  }

  test('of this week is nine taken and two that are late, what is due first first', async () => {
    const taken = await bladzijden('taken', 4, ', totEnMet: "2013-04-07"');
    expect(taken.map(({ uiterlijk }) => uiterlijk)).toEqual(
      taken.map(({ uiterlijk }) => uiterlijk).toSorted(),
    );
    expect(taken.filter(({ teLaat }) => teLaat)).toHaveLength(2);
    const dezeWeek = taken.filter(({ uiterlijk }) => uiterlijk >= '2013-04-01');
    const perSoort = [...Map.groupBy(dezeWeek, ({ soort }) => soort)].map(([soort, rijen]) => [
      soort,
      rijen.length,
    ]);
    expect(Object.fromEntries(perSoort)).toEqual({
      BESLISTERMIJN: 2,
      HERSTELTERMIJN: 1,
      VOORSCHOT: 1,
      HERONDERZOEK: 3,
      TREDEMETING: 2,
    });
    expect(taken).toHaveLength(11);
  });

  test.each(['taken', 'aanvragen'])('in %s is each that is open once, in pages of any size', async (veld) => {
    const [tabel, klaar] = veld === 'taken' ? ['taak', 'klaar_op'] : ['aanvraag', 'afgehandeld_op'];
    const verwacht = await database.sql(
      'klanten',
      `select t.id from ${tabel} t where ${klaar} is null and exists (
         select from klantsleutel b where b.klant_id = t.klant_id and b.verantwoordelijke = t.verantwoordelijke
           and b.sleutel = any ($1) and geldig_van <= '2013-04-02' and (geldig_tot is null or geldig_tot > '2013-04-02'))
       order by t.uiterlijk, t.id`,
      [CASELOAD],
    );
    expect(verwacht.length).toBeGreaterThan(5);
    const argumenten = veld === 'taken' ? ', totEnMet: "2099-12-31"' : '';
    for (const first of [3, 7, 100]) {
      const gezien = await bladzijden(veld, first, argumenten);
      expect(gezien.map(({ id }) => id)).toEqual(verwacht.map(({ id }) => id));
    }
  });
});
