// Threats: 48e
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../setup/begin-subgraph.ts';
import type { Groepen } from '../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../setup/maak-database.ts';
import { metLoaders } from '../setup/met-loaders.ts';
import { alsWerkgever, maakVacatures } from '../subgraphs/vacatures/eigen-gegevens.ts';

/** The voordracht `verhuisd` of this werkgever is GEPLAATST, and `loopt` is its plaatsing; today is 2013-04-02. */
const WERKGEVER: Groepen = alsWerkgever('90001354');
/** A scope so wide that it keeps nothing out. */
const WIJD: Groepen = {
  'klant.profiel': ['kvk/90001354', 'GM1916', 'klant/verhuisd'],
  'klant.contact': ['kvk/90001354', 'GM1916', 'klant/verhuisd'],
};
const TABELLEN = [
  'klantsleutel',
  'voordracht',
  'profiel',
  'profiel_beroep',
  'kandidaat_naam',
  'plaatsing',
  'plaatsing_naam',
];

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

const zetEinde = (einde: string | null) =>
  database.sql(
    'vacatures',
    `update plaatsing set voordracht_id = 'verhuisd', einde = $1 where id = 'loopt'`,
    [einde],
  );
const maakLos = () =>
  database.sql('vacatures', `update plaatsing set voordracht_id = null, einde = null where id = 'loopt'`);
beforeEach(() => zetEinde(null));

/** When the plaatsing of the voordracht is over, and when it is not. */
const VOORBIJ = [
  ['ended yesterday', () => zetEinde('2013-04-01')],
  ['is of no voordracht any more', maakLos],
] as const;
const LOOPT = [
  ['has no end', () => zetEinde(null)],
  ['has its last day today', () => zetEinde('2013-04-02')],
] as const;

async function vraagKandidaat(): Promise<unknown> {
  const { data, errors } = await subgraph.vraag({
    query: `{ voordracht(id: "verhuisd") { fase volgendeStap kandidaat { naam bemiddelingsberoep { codeBeroepsnaam }
      werktijden { aantalWerkurenPerWeekMinimaal } contact { telefoonnummer } cv { opleiding } } } }`,
    groepen: WERKGEVER,
  });
  expect(errors).toBeUndefined();
  return data?.['voordracht'];
}

/** What the loaders give, with these two bounds. */
const lees = (filter: Groepen, rijbeveiliging: Groepen) =>
  metLoaders(vacatures, database, { filter, rijbeveiliging }, async (loaders) => ({
    fase: (await loaders.voordracht.load('verhuisd'))?.fase,
    wensen: (await loaders.wensen.load('verhuisd')) !== null,
    naam: (await loaders.kandidaatNaam.load('verhuisd')) !== null,
  }));

/** The keys of the klant that SQL without any filter gives the serving role. */
async function zonderFilter(tabel: string): Promise<number> {
  const lezer = new Client({
    connectionString: database.lezer('vacatures'),
    options: '-c search_path=vacatures',
  });
  await lezer.connect();
  try {
    for (const groep of ['personen', 'klant_profiel', 'klant_contact'])
      await lezer.query(`select set_config('keten.bereik_${groep}', 'kvk/90001354', false)`);
    await lezer.query(`select set_config('keten.vandaag', '2013-04-02', false)`);
    return (await lezer.query(`select from ${tabel} where klant_id = 'verhuisd'`)).rowCount ?? 0;
  } finally {
    await lezer.end();
  }
}

describe.each(VOORBIJ)('a werkgever whose plaatsing %s', (_wanneer, zet) => {
  it('keeps the voordracht as its own record, ended, and sees nobody in it', async () => {
    await zet();
    expect(await vraagKandidaat()).toEqual({
      fase: 'GEEINDIGD',
      volgendeStap: null,
      kandidaat: { naam: null, bemiddelingsberoep: [], werktijden: null, contact: null, cv: null },
    });
  });

  it('is kept out by row-level security alone', async () => {
    await zet();
    expect(await zonderFilter('voordracht')).toBeGreaterThan(0);
    for (const tabel of ['kandidaat_naam', 'profiel', 'profiel_beroep'])
      expect([tabel, await zonderFilter(tabel)]).toEqual([tabel, 0]);
  });

  it('is kept out by the filter alone', async () => {
    await zet();
    const stand = (hoe: string) =>
      database.sql(
        'vacatures',
        TABELLEN.map((tabel) => `alter table ${tabel} ${hoe} row level security`).join(';'),
      );
    await stand('disable');
    try {
      expect(await lees(WERKGEVER, {})).toEqual({ fase: 'GEEINDIGD', wensen: false, naam: false });
    } finally {
      await stand('enable');
    }
  });

  it('is kept out as much as whoever has the klant in scope', async () => {
    await zet();
    expect(await lees(WIJD, WIJD)).toEqual({ fase: 'GEEINDIGD', wensen: false, naam: false });
  });
});

describe.each(LOOPT)('a werkgever whose plaatsing %s', (_wanneer, zet) => {
  it('sees who works there', async () => {
    await zet();
    expect(await vraagKandidaat()).toMatchObject({
      fase: 'GEPLAATST',
      kandidaat: { naam: 'naam van verhuisd', werktijden: expect.any(Object) },
    });
    expect(await lees(WERKGEVER, WERKGEVER)).toEqual({ fase: 'GEPLAATST', wensen: true, naam: true });
    for (const tabel of ['kandidaat_naam', 'profiel', 'profiel_beroep'])
      expect([tabel, await zonderFilter(tabel)]).not.toEqual([tabel, 0]);
  });
});

describe('the name of who was placed', () => {
  const naam = async (filter: Groepen, rijbeveiliging: Groepen): Promise<unknown> =>
    metLoaders(vacatures, database, { filter, rijbeveiliging }, async (loaders) => {
      const [rij] = await loaders.plaatsingen.load({ sleutel: '90001354', aantal: 1 });
      const een = await loaders.plaatsing.load('loopt');
      expect([rij?.id, een?.id]).toEqual(['loopt', 'loopt']);
      expect(rij?.naam).toBe(een?.naam);
      return een?.naam;
    });
  const { 'klant.contact': _contact, ...ZONDER_CONTACT } = WERKGEVER;

  /** Asks it with row-level security alone, and with the filter alone. */
  async function metElkAlleen(eng: Groepen): Promise<readonly unknown[]> {
    const rijbeveiliging = await naam(WIJD, { ...WIJD, ...eng });
    const stand = (hoe: string) =>
      database.sql('vacatures', `alter table plaatsing_naam ${hoe} row level security`);
    await stand('disable');
    try {
      return [rijbeveiliging, await naam({ ...WIJD, ...eng }, WIJD)];
    } finally {
      await stand('enable');
    }
  }
  const EIGEN = { 'klant.contact': ['kvk/90001354'] };

  it('is bounded by klant.contact and not by klant.profiel, by each bound alone', async () => {
    expect(await naam(WERKGEVER, WERKGEVER)).toBe('naam van verhuisd');
    expect(await metElkAlleen(EIGEN)).toEqual(['naam van verhuisd', 'naam van verhuisd']);
    expect(await metElkAlleen({ 'klant.contact': [] })).toEqual([null, null]);
    expect(await metElkAlleen({ 'klant.contact': ['kvk/69599084'] })).toEqual([null, null]);
    expect(await naam(ZONDER_CONTACT, ZONDER_CONTACT)).toBeNull();
  });

  it('goes with the last day, by each bound alone', async () => {
    await zetEinde('2013-04-02');
    expect(await metElkAlleen(EIGEN)).toEqual(['naam van verhuisd', 'naam van verhuisd']);
    expect(await zonderFilter('plaatsing_naam')).toBe(1);
    await zetEinde('2013-04-01');
    expect(await metElkAlleen(EIGEN)).toEqual([null, null]);
    expect(await zonderFilter('plaatsing_naam')).toBe(0);
  });

  it('is not told of whom is afgeschermd, by each bound alone', async () => {
    const zet = (aan: boolean) =>
      database.sql('vacatures', `update klantbereik set afgeschermd = $1 where klant_id = 'verhuisd'`, [aan]);
    await zet(true);
    try {
      expect(await metElkAlleen(EIGEN)).toEqual([null, null]);
      expect(await zonderFilter('plaatsing_naam')).toBe(0);
    } finally {
      await zet(false);
    }
  });

  it('cannot be read of the plaatsing itself', async () => {
    const [recht] = await database.sql(
      'vacatures',
      `select has_column_privilege('vacatures_lezer', 'plaatsing', 'naam', 'select') as leest`,
    );
    expect(recht).toEqual({ leest: false });
  });

  it('follows the plaatsing: changed and removed with it', async () => {
    const staat = async () =>
      (await database.sql('vacatures', `select naam from plaatsing_naam where plaatsing_id = 'nieuw'`)).map(
        ({ naam: wie }) => wie,
      );
    await database.sql(
      'vacatures',
      `insert into plaatsing (id, kvk, klant_id, soort, begin, uren, naam, verantwoordelijke)
       values ('nieuw', '90001354', 'collega', 'REGULIER', '2012-01-02', 8, 'eerst', 'GM1916')`,
    );
    expect(await staat()).toEqual(['eerst']);
    await database.sql('vacatures', `update plaatsing set naam = 'later' where id = 'nieuw'`);
    expect(await staat()).toEqual(['later']);
    await database.sql('vacatures', `delete from plaatsing where id = 'nieuw'`);
    expect(await staat()).toEqual([]);
  });
});
