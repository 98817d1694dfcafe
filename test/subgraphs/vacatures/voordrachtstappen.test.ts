import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { controleerRol } from '../../../subgraphs/chassis/database/controleer-rol.ts';
import type { Voordrachtfase } from '../../../subgraphs/vacatures/regels/voordrachtfase.ts';
import {
  faseNa,
  oordeelStap,
  STAPPEN,
  type Voordrachtstap,
} from '../../../subgraphs/vacatures/regels/voordrachtstap.ts';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { alsWerkgever, maakVacatures } from './eigen-gegevens.ts';

const FASEN: readonly Voordrachtfase[] = ['VOORGEDRAGEN', 'UITGENODIGD', 'GEPLAATST', 'GEEINDIGD'];
const SOORTEN = Object.keys(STAPPEN) as Voordrachtstap[];
const SCOPES = {
  'keten.bereik_personen': 'kvk/90001354,klant/collega',
  'keten.bereik_klant_profiel': 'kvk/90001354,klant/collega',
  'keten.bereik_voordracht_uitnodiging': 'kvk/90001354',
  'keten.bereik_voordracht_instemming': 'klant/collega',
  'keten.vandaag': '2013-04-02',
};
const WERKGEVER: Groepen = { ...alsWerkgever('90001354'), 'voordracht.uitnodiging': ['kvk/90001354'] };
const KLANT: Groepen = { 'klant.profiel': ['klant/collega'], 'voordracht.instemming': ['klant/collega'] };

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

/** Adds a voordracht of `collega` to the werkgever 90001354. */
async function draagVoor(id: string, fase: Voordrachtfase = 'VOORGEDRAGEN'): Promise<string> {
  await database.sql(
    'vacatures',
    `insert into voordracht (id, kvk, vacature_id, klant_id, fase, datum, fase_sinds, verantwoordelijke)
     values ($1, '90001354', 'hovenier', 'collega', $2, '2013-03-01', '2013-03-01', 'GM1916')`,
    [id, fase],
  );
  return id;
}

/** Runs SQL as the serving role, with these settings. */
async function alsLezer<R>(
  werk: (lezer: Client) => Promise<R>,
  scopes: Readonly<Record<string, string>> = SCOPES,
): Promise<R> {
  const lezer = new Client({
    connectionString: database.lezer('vacatures'),
    options: '-c search_path=vacatures',
  });
  await lezer.connect();
  try {
    for (const [naam, waarde] of Object.entries(scopes))
      await lezer.query('select set_config($1, $2, false)', [naam, waarde]);
    return await werk(lezer);
  } finally {
    await lezer.end();
  }
}

const ZET = 'insert into voordrachtstap (voordracht_id, soort, reden) values ($1, $2, $3)';
const zet = async (lezer: Client, id: string, soort: Voordrachtstap): Promise<number> => {
  const reden = soort === 'AFWIJZEN' ? 'VACATURE_VERVULD' : null;
  return (await lezer.query(ZET, [id, soort, reden])).rowCount ?? 0;
};

async function faseVan(id: string): Promise<unknown> {
  const [rij] = await database.sql('vacatures', 'select fase from voordracht where id = $1', [id]);
  return rij?.['fase'];
}

const STAP = `{ id fase volgendeStap kandidaat { naam } stappen { soort datum reden } }`;
const stap = (veld: string, id: string, groepen: Groepen) =>
  subgraph.vraag({
    query: `mutation { ${veld}(voordracht: "${id}"${veld === 'wijsAf' ? ', reden: ANDERE_KANDIDAAT' : ''}) ${STAP} }`,
    groepen,
  });

test('the database takes the steps that the rule allows, and derives the same phase, after every three attempts', async () => {
  const gangen = FASEN.flatMap((bronfase) =>
    SOORTEN.flatMap((a) =>
      SOORTEN.flatMap((b) =>
        SOORTEN.map((c) => ({ bronfase, pogingen: [a, b, c], id: `${bronfase} ${a} ${b} ${c}` })),
      ),
    ),
  );
  await database.sql(
    'vacatures',
    `insert into voordracht (id, kvk, vacature_id, klant_id, fase, datum, fase_sinds, verantwoordelijke)
     select id, '90001354', 'hovenier', 'collega', fase, '2013-03-01', '2013-03-01', 'GM1916'
     from unnest($1::text[], $2::text[]) as t (id, fase)`,
    [gangen.map(({ id }) => id), gangen.map(({ bronfase }) => bronfase)],
  );
  await alsLezer(async (lezer) => {
    for (const at of [0, 1, 2]) {
      const soorten = gangen.map(({ pogingen }) => pogingen[at]);
      const redenen = soorten.map((soort) => (soort === 'AFWIJZEN' ? 'VACATURE_VERVULD' : null));
      await lezer.query(
        `insert into voordrachtstap (voordracht_id, soort, reden) select * from unnest($1::text[], $2::text[], $3::text[])`,
        [gangen.map(({ id }) => id), soorten, redenen],
      );
    }
  });
  const gevonden = await database.sql(
    'vacatures',
    `select v.id, v.fase, array(select s.soort from voordrachtstap s where s.voordracht_id = v.id order by 1) as stappen
     from voordracht v where v.id = any ($1)`,
    [gangen.map(({ id }) => id)],
  );
  const verwacht = gangen.map(({ id, bronfase, pogingen }) => {
    const gezet = new Set<Voordrachtstap>();
    for (const poging of pogingen)
      if (oordeelStap(faseNa(bronfase, gezet), gezet.has(poging), poging) === 'ZET') gezet.add(poging);
    return { id, fase: faseNa(bronfase, gezet), stappen: [...gezet].toSorted() };
  });
  const opId = (a: { id?: unknown }, b: { id?: unknown }): number => (String(a.id) < String(b.id) ? -1 : 1);
  expect(gevonden.toSorted(opId)).toEqual(verwacht.toSorted(opId));
});

describe('of a voordracht', () => {
  test('the name comes once both sides said so, in either order, and goes when one of them ends it', async () => {
    for (const [i, eerst] of (['werkgever', 'klant'] as const).entries()) {
      const id = await draagVoor(`orde-${i}`);
      await database.sql(
        'vacatures',
        `insert into kandidaat_naam values ($1, '90001354', 'collega', 'naam', 'GM1916')`,
        [id],
      );
      const nodigUit = () => stap('uitnodigen', id, WERKGEVER);
      const stemIn = () => stap('stemIn', id, KLANT);
      const [een, twee] = eerst === 'werkgever' ? [nodigUit, stemIn] : [stemIn, nodigUit];
      const naam = async () =>
        (await subgraph.vraag({ query: `{ voordracht(id: "${id}") ${STAP} }`, groepen: WERKGEVER })).data?.[
          'voordracht'
        ];
      await een();
      expect(await naam()).toMatchObject({ fase: 'VOORGEDRAGEN', kandidaat: { naam: null } });
      await twee();
      expect(await naam()).toMatchObject({ fase: 'UITGENODIGD', kandidaat: { naam: 'naam' } });
      await stap(eerst === 'klant' ? 'trekIn' : 'wijsAf', id, eerst === 'klant' ? KLANT : WERKGEVER);
      expect(await naam()).toMatchObject({
        fase: 'GEEINDIGD',
        volgendeStap: null,
        kandidaat: { naam: null },
      });
    }
  });

  test('the klant sees all steps, the werkgever his own, each with its day and the reason of a rejection', async () => {
    const id = await draagVoor('geschiedenis');
    await stap('stemIn', id, KLANT);
    expect((await stap('wijsAf', id, WERKGEVER)).data?.['wijsAf']).toMatchObject({
      fase: 'GEEINDIGD',
      stappen: [{ soort: 'AFWIJZEN', datum: '2013-04-02', reden: 'ANDERE_KANDIDAAT' }],
    });
    const { data } = await subgraph.vraag({
      query: `{ voordracht(id: "${id}") { stappen { soort reden } } }`,
      groepen: { 'klant.profiel': ['klant/collega'] },
    });
    expect(data?.['voordracht']).toEqual({
      stappen: [
        { soort: 'INSTEMMEN', reden: null },
        { soort: 'AFWIJZEN', reden: 'ANDERE_KANDIDAAT' },
      ],
    });
  });

  test('a step is recorded in the logboek under the name of its mutation, with whom it is about', async () => {
    const id = await draagVoor('logboek');
    await stap('uitnodigen', id, WERKGEVER);
    const [regel] = await database.sql(
      'vacatures',
      `select status, betrokkenen from logboek where name = 'Mutation.uitnodigen' order by start_time desc limit 1`,
    );
    expect(regel).toEqual({ status: 'Ok', betrokkenen: ['collega'] });
  });

  test('what follows from the steps stays when the source sends the voordracht anew', async () => {
    const id = await draagVoor('opnieuw');
    await stap('uitnodigen', id, WERKGEVER);
    await stap('stemIn', id, KLANT);
    await database.sql('vacatures', 'delete from voordracht where id = $1', [id]);
    await draagVoor(id);
    expect(await faseVan(id)).toBe('UITGENODIGD');
    await database.sql('vacatures', `update voordracht set fase = 'GEPLAATST' where id = $1`, [id]);
    expect(await faseVan(id)).toBe('GEPLAATST');
  });

  test('of two that ask the same step at the same moment one takes it, and both are answered', async () => {
    const id = await draagVoor('tegelijk');
    const antwoorden = await Promise.all([1, 2, 3, 4].map(() => stap('uitnodigen', id, WERKGEVER)));
    for (const { data, errors } of antwoorden) {
      expect(errors).toBeUndefined();
      expect(data?.['uitnodigen']).toMatchObject({ stappen: [{ soort: 'UITNODIGEN' }] });
    }
    expect(
      await database.sql('vacatures', 'select from voordrachtstap where voordracht_id = $1', [id]),
    ).toHaveLength(1);
  });

  test('of an invitation and a withdrawal at the same moment nothing is left that shows the name', async () => {
    const id = await draagVoor('strijdig');
    await stap('stemIn', id, KLANT);
    await Promise.all([stap('uitnodigen', id, WERKGEVER), stap('trekIn', id, KLANT)]);
    expect(await faseVan(id)).toBe('GEEINDIGD');
  });
});

describe('row-level security alone', () => {
  test.each<[string, Voordrachtstap, Partial<typeof SCOPES>]>([
    [
      'a werkgever agree for the klant',
      'INSTEMMEN',
      { 'keten.bereik_voordracht_instemming': 'kvk/90001354' },
    ],
    ['a klant invite himself', 'UITNODIGEN', { 'keten.bereik_voordracht_uitnodiging': 'klant/collega' }],
    ['another werkgever reject', 'AFWIJZEN', { 'keten.bereik_voordracht_uitnodiging': 'kvk/69599084' }],
    ['another klant withdraw', 'INTREKKEN', { 'keten.bereik_voordracht_instemming': 'klant/caseload' }],
  ])('does not let %s', async (wat, soort, anders) => {
    const id = await draagVoor(`rls ${wat}`);
    await alsLezer((lezer) => expect(zet(lezer, id, soort)).rejects.toMatchObject({ code: '42501' }), {
      ...SCOPES,
      ...anders,
    });
    expect(await faseVan(id)).toBe('VOORGEDRAGEN');
  });

  test.each([
    `update voordrachtstap set soort = 'INTREKKEN'`,
    'delete from voordrachtstap',
    `update voordracht set fase = 'UITGENODIGD'`,
    `insert into voordrachtstap (voordracht_id, soort, kvk) values ('x', 'UITNODIGEN', '90001354')`,
    'truncate voordrachtstap',
  ])('and no right lets the serving role %s', async (sql) => {
    await alsLezer((lezer) => expect(lezer.query(sql)).rejects.toMatchObject({ code: '42501' }));
  });

  test('a step is not changed by the owner either', async () => {
    const id = await draagVoor('blijft');
    await stap('uitnodigen', id, WERKGEVER);
    await expect(
      database.sql('vacatures', `update voordrachtstap set datum = datum + 1 where voordracht_id = $1`, [id]),
    ).rejects.toThrow('a step is what happened');
  });
});

test('at the start a table of events is known by name: not named, or without a policy, the role may do too much', async () => {
  const rol = (...gebeurtenistabellen: string[]) =>
    alsLezer((lezer) =>
      controleerRol(
        { $queryRawUnsafe: async (sql, ...waarden) => (await lezer.query(sql, [...waarden])).rows as never },
        vacatures.openbareTabellen,
        gebeurtenistabellen,
      ),
    );
  await expect(rol('voordrachtstap')).resolves.toBeUndefined();
  await expect(rol()).rejects.toMatchObject({ reden: expect.stringContaining('may INSERT voordrachtstap') });
  await expect(rol('voordrachtstap', 'plaatsing')).rejects.toMatchObject({
    reden: expect.stringContaining('plaatsing is no table of events'),
  });
});
