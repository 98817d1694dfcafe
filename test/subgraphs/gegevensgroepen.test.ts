import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import groepen from '../../schema/beleid/gegevensgroepen.json' with { type: 'json' };
import { bereikInstelling } from '../../subgraphs/chassis/transaction/zet-bereik.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../setup/begin-subgraph.ts';
import type { Groepen } from '../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';

/** A klant of Leidschendam-Voorburg who has something of every data group. */
const KLANT = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101';
const HIER = 'GM1916';
const ELDERS = 'GM0394';
const VANDAAG = '2013-04-02';

/** Of each data group that stands apart: where its rows are, and a field of Klant that gives them. */
const GROEPEN: readonly (readonly [groep: string, subgraph: string, tabel: string, veld: string])[] = [
  ['klant.dossier.kern', 'klanten', 'verplichting', 'verplichtingen { soort geldigVan geldigTot }'],
  ['klant.dossier.kern', 'klanten', 'uitkering', 'uitkeringen { regeling ingangsdatum }'],
  ['klant.dossier', 'klanten', 'bevinding', 'bevindingen { conclusie overgedragenOp }'],
  ['klant.veiligheid', 'klanten', 'veiligheid', 'veiligheid { soort geldigVan geldigTot }'],
  ['klant.bijzonder', 'klanten', 'belemmering', 'belemmeringen { conclusie geldigVan }'],
  ['klant.bijzonder', 'klanten', 'zrm_score', 'zrmScores { datum leefgebied score }'],
  ['klant.bijzonder', 'klanten', 'verblijfsstatus', 'verblijfsstatussen { code geldigVan }'],
  ['klant.bijzonder', 'klanten', 'indeling', 'doelgroepen { waarde geldigVan }'],
  ['handhaving.toezicht', 'klanten', 'onderzoek', 'onderzoeken { soort overgedragenAanSocialeRecherche }'],
  ['shv', 'trajecten', 'schuldhulptraject', 'schuldhulptrajecten { fase schulden { schuldeiser bedrag } }'],
  ['shv', 'trajecten', 'schuld', 'schuldhulptrajecten { schulden { bedrag } }'],
  ['shv.loopt', 'trajecten', 'schuldhulptraject', 'schuldhulpLoopt'],
  ['financien.klant.detail', 'financien', 'rekening', 'rekeningen { iban geldigVan }'],
  ['financien.klant.detail', 'financien', 'betaalregel', 'betaalregels { maand soort bedrag betaaldOp }'],
  ['financien.klant.detail', 'financien', 'beslag', 'beslagen { beslaglegger bedragPerMaand }'],
];

let database: Testdatabase;
let subgraphs: ReadonlyMap<string, Testsubgraph>;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraphs = new Map([
    ['klanten', await beginSubgraph(klanten, database)],
    ['trajecten', await beginSubgraph(trajecten, database)],
    ['financien', await beginSubgraph(financien, database)],
    ['vacatures', await beginSubgraph(vacatures, database)],
  ]);
});
afterAll(async () => {
  for (const subgraph of subgraphs.values()) await subgraph.stop();
  await database.weg();
});

/** What a subgraph says of the klant in one field, and the codes of its errors. */
async function vraag(subgraph: string, veld: string, verleend: Groepen, klant = KLANT) {
  const antwoord = await subgraphs.get(subgraph)?.vraag({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { antwoord: ${veld} } } }`,
    variables: { r: [{ __typename: 'Klant', sleutel: klant }] },
    groepen: { 'klant.identificerend': [HIER], ...verleend },
  });
  const [gevonden] = (antwoord?.data?.['_entities'] ?? []) as ({ antwoord: unknown } | null)[];
  return {
    waarde: gevonden?.antwoord,
    codes: antwoord?.errors?.map(({ extensions }) => extensions.code) ?? [],
  };
}

/** How many rows of a table row-level security lets the serving role see when these groups have these scopes. */
async function zichtbaar(subgraph: string, sql: string, verleend: Groepen): Promise<number> {
  const client = new Client({
    connectionString: database.lezer(subgraph),
    options: `-c search_path=${subgraph}`,
  });
  await client.connect();
  try {
    await client.query('begin');
    const zet = (naam: string, waarde: string) =>
      client.query('select set_config($1, $2, true)', [naam, waarde]);
    await zet('keten.vandaag', VANDAAG);
    await zet('keten.bereik_personen', [...new Set(Object.values(verleend).flat())].join(','));
    for (const [groep, bereik] of Object.entries(verleend))
      await zet(bereikInstelling(groep), bereik.join(','));
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${sql}`);
    return Number(rows[0]?.n);
  } finally {
    await client.end();
  }
}

const iets = (waarde: unknown): boolean => waarde === true || (Array.isArray(waarde) && waarde.length > 0);

describe.each(GROEPEN)('%s in %s.%s', (groep, subgraph, tabel, veld) => {
  const rijen = tabel === 'indeling' ? "indeling where stelsel = 'DOELGROEP'" : tabel;

  test('is given to whom the group was granted, within its scope, and to nobody else', async () => {
    const gegeven = await vraag(subgraph, veld, { [groep]: [HIER] });
    expect(gegeven.codes).toEqual([]);
    expect(iets(gegeven.waarde)).toBe(true);
    const elders = await vraag(subgraph, veld, { [groep]: [ELDERS] });
    expect(elders.codes).toEqual([]);
    expect(iets(elders.waarde)).toBe(false);
    const alleAndere = groepen
      .filter(({ code }) => code !== groep)
      .map(({ code }) => [code, [HIER]] as const);
    expect((await vraag(subgraph, veld, Object.fromEntries(alleAndere))).codes[0]).toBe('NIET_GEAUTORISEERD');
  });

  test('is bounded by the query alone', async () => {
    await database.sql(subgraph, `alter table ${tabel} disable row level security`);
    try {
      expect(iets((await vraag(subgraph, veld, { [groep]: [ELDERS] })).waarde)).toBe(false);
    } finally {
      await database.sql(subgraph, `alter table ${tabel} enable row level security`);
    }
  });

  test('is bounded by row-level security alone, which knows the group', async () => {
    expect(await zichtbaar(subgraph, rijen, { [groep]: [HIER] })).toBeGreaterThan(0);
    // Of schuldhulp the same rows say to one group that it runs, and to the other what runs.
    const zelfde = tabel === 'schuldhulptraject' ? ['shv', 'shv.loopt'] : [groep];
    const andere = groepen
      .filter(({ code }) => !zelfde.includes(code))
      .map(({ code }) => [code, [HIER]] as const);
    expect(await zichtbaar(subgraph, rijen, Object.fromEntries(andere))).toBe(0);
  });
});

describe('why an uitkering ended', () => {
  const einde = async (verleend: Groepen) => {
    const sql =
      "select klant_id from reden_einde where reden = 'LOONDIENST' and verantwoordelijke = $1 limit 1";
    const [rij] = await database.sql('klanten', sql, [HIER]);
    const klant = String(rij?.['klant_id']);
    // Who found work is no longer in reach: here the gemeente keeps the klant.
    await database.sql('klanten', 'update klantbereik set geldig_tot = null where klant_id = $1', [klant]);
    return vraag('klanten', 'uitkeringen { redenEinde redenEindeDetail }', verleend, klant);
  };

  test('is a class in the dossier, and as it was written down a group of its own', async () => {
    const dossier = { 'klant.dossier': [HIER], 'klant.dossier.kern': [HIER] };
    const zonder = await einde(dossier);
    expect(zonder.codes).toContain('NIET_GEAUTORISEERD');
    expect(zonder.waarde).toContainEqual({ redenEinde: 'WERK', redenEindeDetail: null });
    const met = await einde({ ...dossier, 'klant.redenEinde': [HIER] });
    expect(met.waarde).toContainEqual({ redenEinde: 'WERK', redenEindeDetail: 'LOONDIENST' });
    expect(await zichtbaar('klanten', 'reden_einde', dossier)).toBe(0);
  });
});

describe('a finding of toezicht', () => {
  test('is of nobody until it is handed over, by the query and by row-level security', async () => {
    const dossier = { 'klant.dossier': [HIER] };
    const aantal = await zichtbaar('klanten', 'bevinding', dossier);
    await database.sql('klanten', 'update bevinding set aan_consulent_op = $2 where klant_id = $1', [
      KLANT,
      '2013-04-03',
    ]);
    expect(await zichtbaar('klanten', 'bevinding', dossier)).toBe(aantal - 1);
    await database.sql('klanten', 'alter table bevinding disable row level security');
    expect((await vraag('klanten', 'bevindingen { conclusie }', dossier)).waarde).toEqual([]);
    await database.sql('klanten', 'alter table bevinding enable row level security');
    await database.sql('klanten', 'update bevinding set aan_consulent_op = $2 where klant_id = $1', [
      KLANT,
      VANDAAG,
    ]);
    expect((await vraag('klanten', 'bevindingen { conclusie }', dossier)).waarde).toHaveLength(1);
  });
});

describe('what was obtained from another source', () => {
  /** The re-integratiebedrijf that is a party in the case of the klant. */
  const PARTIJ = 'partij/BAANBRUG/re_integratie/GM1916';
  beforeAll(async () => {
    await database.sql(
      'klanten',
      `insert into veiligheid (klant_id, soort, geldig_van, verantwoordelijke) values ($1, 'AGRESSIE', '2012-01-01', $2)`,
      [KLANT, HIER],
    );
  });

  test('says so, and is given within the gemeente', async () => {
    const { waarde } = await vraag('klanten', 'veiligheid { soort herkomst { bron } }', {
      'klant.veiligheid': [HIER],
    });
    expect(waarde).toEqual([
      { soort: 'GEHEIMHOUDING_BRP', herkomst: { bron: 'BRP' } },
      { soort: 'AGRESSIE', herkomst: { bron: 'klanten' } },
    ]);
  });

  test('is not passed on to another organisation, by the query and by row-level security', async () => {
    const partij = {
      'klant.identificerend': [PARTIJ],
      'klant.veiligheid': [PARTIJ],
      'klant.bijzonder': [PARTIJ],
    };
    const eigen = [{ soort: 'AGRESSIE' }];
    const gezien = async () => [
      (await vraag('klanten', 'veiligheid { soort }', partij)).waarde,
      (await vraag('klanten', 'verblijfsstatussen { code }', partij)).waarde,
    ];
    expect(await gezien()).toEqual([eigen, []]);
    expect(await zichtbaar('klanten', 'veiligheid', partij)).toBe(1);
    expect(await zichtbaar('klanten', 'verblijfsstatus', partij)).toBe(0);
    expect(await zichtbaar('vacatures', 'ldr_registratie', partij)).toBe(0);
    expect(await zichtbaar('vacatures', 'profiel_bijzonder', partij)).toBe(1);
    const zet = (stand: string) =>
      database.sql('klanten', `alter table veiligheid ${stand}; alter table verblijfsstatus ${stand}`);
    await zet('disable row level security');
    expect(await gezien()).toEqual([eigen, []]);
    await zet('enable row level security');
  });
});

test('of a profiel what says something of health is a group of its own', async () => {
  const veld =
    'profiel { werktijden { aantalWerkurenPerWeekMinimaal } indicatieLdrRegistratie herkomstLdrRegistratie { bron } eisAanWerk }';
  const profiel = { 'klant.profiel': [HIER] };
  const zonder = await vraag('vacatures', veld, profiel);
  expect(new Set(zonder.codes)).toEqual(new Set(['NIET_GEAUTORISEERD']));
  expect(zonder.waarde).toMatchObject({ indicatieLdrRegistratie: null, eisAanWerk: null });
  const met = await vraag('vacatures', veld, { ...profiel, 'klant.bijzonder': [HIER] });
  expect(met.waarde).toMatchObject({
    indicatieLdrRegistratie: true,
    herkomstLdrRegistratie: { bron: 'UWV' },
    eisAanWerk: expect.any(String),
  });
  expect(await zichtbaar('vacatures', 'ldr_registratie', profiel)).toBe(0);
  expect(await zichtbaar('vacatures', 'profiel_bijzonder', profiel)).toBe(0);
});

test('a bezwaar is reached without the dossier that it is about', async () => {
  const [rij] = await database.sql(
    'klanten',
    'select klant_id from bezwaar where verantwoordelijke = $1 limit 1',
    [HIER],
  );
  const { waarde, codes } = await vraag(
    'klanten',
    'bezwaren { soort ingediendOp uitkomst }',
    { bezwaar: [HIER] },
    String(rij?.['klant_id']),
  );
  expect(codes).toEqual([]);
  expect(iets(waarde)).toBe(true);
});
