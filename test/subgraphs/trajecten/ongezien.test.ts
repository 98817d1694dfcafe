import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trajecten } from '../../../subgraphs/trajecten/trajecten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { bereikVan, GEMEENTE, maakTrajecten, REGISSEUR, trajectVan } from './eigen-gegevens.ts';

/** Days around the peildatum, 2013-04-02. */
const [GISTEREN, VANDAAG, MORGEN] = ['2013-04-01', '2013-04-02', '2013-04-03'];

const TWEE = { geldig_van: '2012-01-01', afgeschermd: false, medewerker: 'consulent-lv' };

const KLANTEN = [
  bereikVan({ id: 'alleen' }),
  bereikVan({ id: 'collega', medewerker: 'mw-l01' }),
  bereikVan({ id: 'afgeschermd', afgeschermd: true }),
  bereikVan({ id: 'gesloten', geldig_tot: VANDAAG }),
  bereikVan({ id: 'straks', geldig_van: MORGEN }),
  bereikVan({ id: 'traject loopt' }),
  bereikVan({ id: 'traject loopt tot vandaag' }),
  bereikVan({ id: 'traject liep tot gisteren' }),
  bereikVan({ id: 'traject begint morgen' }),
  bereikVan({ id: 'traject gepland' }),
  bereikVan({ id: 'deeltijdwerk' }),
  bereikVan({ id: 'subsidie' }),
  bereikVan({ id: 'jobcoach' }),
  bereikVan({ id: 'partner met traject', partner: 'van een collega' }),
  bereikVan({ id: 'van een collega', medewerker: 'mw-l01', partner: 'partner met traject' }),
  bereikVan({ id: 'partner zonder traject', partner: 'ook zonder' }),
  bereikVan({ id: 'ook zonder', medewerker: 'mw-l01', partner: 'partner zonder traject' }),
  bereikVan({ id: 'partner afgeschermd', partner: 'afgeschermd met traject' }),
  bereikVan({ id: 'afgeschermd met traject', partner: 'partner afgeschermd', afgeschermd: true }),
  { ...bereikVan({ id: 'in twee gemeenten' }), ...TWEE },
  { ...bereikVan({ id: 'in twee gemeenten' }), ...TWEE, verantwoordelijke: 'GM0629' },
];

const voorziening = (klant_id: string, soort: string): object => ({
  id: klant_id,
  klant_id,
  soort,
  datum_start: '2013-01-01',
  datum_einde: null,
  verantwoordelijke: 'GM1916',
});

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakTrajecten({
    klantbereik: KLANTEN,
    traject: [
      trajectVan('traject loopt'),
      trajectVan('traject loopt tot vandaag', { einde: VANDAAG }),
      trajectVan('traject liep tot gisteren', { einde: GISTEREN }),
      trajectVan('traject liep tot gisteren', { id: 'eerder', begin: '2012-05-02', einde: '2012-05-31' }),
      trajectVan('traject begint morgen', { begin: MORGEN }),
      trajectVan('traject gepland', { begin: null, status: 'GEPLAND' }),
      trajectVan('van een collega'),
      trajectVan('afgeschermd met traject'),
    ],
    voorziening: [
      voorziening('deeltijdwerk', 'DEELTIJDWERK'),
      voorziening('subsidie', 'LOONKOSTENSUBSIDIE'),
      voorziening('jobcoach', 'JOBCOACH'),
    ],
  });
  subgraph = await beginSubgraph(trajecten, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

interface Bladzijde {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly klant: { readonly id: string } } & Record<string, unknown>;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function ongezien(groepen: Groepen, variables: object = {}): Promise<Bladzijde> {
  const { data, errors } = await subgraph.vraag({
    query: `query ($first: Int! = 100, $after: String) { ongezien(first: $first, after: $after) {
      edges { cursor node { klant { id: sleutel } metPartner laatsteTrajectTot } } pageInfo { hasNextPage endCursor } } }`,
    variables: { ...variables },
    groepen,
  });
  expect(errors).toBeUndefined();
  return data?.['ongezien'] as Bladzijde;
}

const namen = ({ edges }: Bladzijde): readonly string[] => edges.map(({ node }) => node.klant.id);

/** Of the caseload of consulent-lv, in the order of the keys. */
const VAN_MIJ = [
  'alleen',
  'in twee gemeenten',
  'jobcoach',
  'partner afgeschermd',
  'partner zonder traject',
  'traject begint morgen',
  'traject gepland',
  'traject liep tot gisteren',
];

describe('who is unseen', () => {
  test('is who has neither work nor traject today, nor a partner who has; each once', async () => {
    expect(namen(await ongezien(REGISSEUR))).toEqual(VAN_MIJ);
  });

  test('is sought among the klanten of the asker alone: all of a gemeente, or a caseload', async () => {
    expect(namen(await ongezien(GEMEENTE))).toEqual([...VAN_MIJ, 'collega', 'ook zonder'].toSorted());
    expect(namen(await ongezien({ traject: ['GM1916/mw-l01'] }))).toEqual(['collega', 'ook zonder']);
    expect(namen(await ongezien({ traject: ['GM0394'] }))).toEqual([]);
    expect(namen(await ongezien({ traject: [] }))).toEqual([]);
  });

  test('is told with whether a partner was counted, and when the last traject ended', async () => {
    const nodes = new Map((await ongezien(REGISSEUR)).edges.map(({ node }) => [node.klant.id, node]));
    expect(nodes.get('alleen')).toMatchObject({ metPartner: false, laatsteTrajectTot: null });
    expect(nodes.get('partner zonder traject')).toMatchObject({ metPartner: true, laatsteTrajectTot: null });
    // Of who is afgeschermd it is not told that something runs, nor that there is a partner.
    expect(nodes.get('partner afgeschermd')).toMatchObject({ metPartner: false });
    expect(nodes.get('traject liep tot gisteren')).toMatchObject({ laatsteTrajectTot: GISTEREN });
  });

  test('does not include the klant of whose partner another regisseur knows a traject, and tells nothing of it', async () => {
    const partner = { __typename: 'Klant', sleutel: 'van een collega' };
    const { data } = await subgraph.vraag({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { trajecten { id } } } }`,
      variables: { r: [partner] },
      groepen: REGISSEUR,
    });
    expect(data).toEqual({ _entities: [{ trajecten: [] }] });
    expect(namen(await ongezien(REGISSEUR))).not.toContain('partner met traject');
  });

  test('comes page by page, with nobody twice and nobody left out', async () => {
    const gezien: string[] = [];
    let after: string | null = null;
    do {
      const bladzijde: Bladzijde = await ongezien(REGISSEUR, { first: 2, after });
      gezien.push(...namen(bladzijde));
      after = bladzijde.pageInfo.hasNextPage ? bladzijde.pageInfo.endCursor : null;
    } while (after !== null);
    expect(gezien).toEqual(VAN_MIJ);
  });

  test('is recorded in the logboek', async () => {
    await database.sql('trajecten', 'truncate logboek');
    await ongezien(REGISSEUR, { first: 1 });
    const [regel] = await database.sql('trajecten', 'select betrokkenen, verantwoordelijken from logboek');
    expect(regel).toEqual({ betrokkenen: ['alleen'], verantwoordelijken: ['GM1916'] });
  });
});

describe('filter and row-level security each keep the rows in alone', () => {
  const lees = (filter: Groepen, rijbeveiliging: Groepen) =>
    metLoaders(trajecten, database, { filter, rijbeveiliging }, async (loaders) =>
      (await loaders.ongezien('', 100)).map(({ klantId }) => klantId),
    );
  const tabellen = ['klantsleutel', 'klantbereik', 'traject', 'voorziening', 'ongezien'];
  const zet = (stand: string) =>
    database.sql(
      'trajecten',
      tabellen.map((tabel) => `alter table ${tabel} ${stand} row level security`).join(';'),
    );
  const WIJD: Groepen = { traject: ['GM1916', ...(REGISSEUR['traject'] ?? [])] };

  test('row-level security alone', async () => {
    expect(await lees(WIJD, REGISSEUR)).toEqual(VAN_MIJ);
    expect(await lees(WIJD, {})).toEqual([]);
  });

  test('the filter alone, with row-level security switched off', async () => {
    await zet('disable');
    try {
      expect(await lees(REGISSEUR, {})).toEqual(VAN_MIJ);
      expect(await lees({}, {})).toEqual([]);
    } finally {
      await zet('enable');
    }
  });
});

test('a mutation is refused, since this subgraph has none, and nothing of it is repeated', async () => {
  const antwoord = await subgraph.vraag({ query: 'mutation { wis(bsn: "999930023") }' });
  expect(antwoord.errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'OPERATIE_NIET_ONDERSTEUND' },
  ]);
  expect(antwoord.tekst).not.toContain('999930023');
});
