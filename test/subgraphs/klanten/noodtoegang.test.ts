import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

/** Sunday evening in UTC, when it is Monday in Amsterdam: the first of a week; and an hour before, the last of another. */
const MAANDAG = '2013-03-31T22:30:00.000Z';
const ZONDAG = '2013-03-31T21:30:00.000Z';

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(klanten, database);
});
afterEach(() => database.sql('klanten', 'truncate noodtoegang cascade'));
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

const sleutel = (nummer: number): string => nummer.toString(16).padStart(16, '0');

/** A use of noodtoegang, by default on a Monday by somebody of GM1916. */
async function gebruikt(
  nummer: number,
  { organisatie = 'GM1916', gebruiker = 'doener', tijd = MAANDAG } = {},
): Promise<string> {
  await database.sql(
    'klanten',
    `insert into noodtoegang values ($1, $2, $3, $4, 'NOODTOEGANG_CRISIS', $5, 3, $6)`,
    [sleutel(nummer), '0'.repeat(31) + String(nummer), organisatie, gebruiker, ['GM1916'], tijd],
  );
  return sleutel(nummer);
}

const GROEPEN = { 'verantwoording.noodtoegang': ['GM1916'] };
const wie = { organisatie: 'GM1916', sub: 'toetser', groepen: GROEPEN };
const VELDEN = 'id traceId tijd reden aantalPersonen oordeel';

const week = (argumenten = 'weekVan: "2013-04-07"', als = {}) =>
  subgraph.vraag({
    ...wie,
    ...als,
    query: `{ noodtoegangen(${argumenten}) { edges { cursor node { ${VELDEN} } } pageInfo { hasNextPage } } }`,
  });
const beoordeel = (id: string, als: object = {}, oordeel = 'TERECHT') =>
  subgraph.vraag({
    ...wie,
    ...als,
    query: `mutation { beoordeelNoodtoegang(noodtoegang: "${id}", oordeel: ${oordeel}) { id oordeel } }`,
  });
const sleutels = ({ data }: Awaited<ReturnType<typeof week>>) =>
  (data as { noodtoegangen: { edges: { node: { id: string } }[] } }).noodtoegangen.edges.map(
    ({ node }) => node.id,
  );
const oordelen = () =>
  database.sql('klanten', 'select noodtoegang, oordeel, toetser from noodtoegangoordeel');

describe('the list', () => {
  test('tells of a week of Amsterdam what was used, why and of how many people, and not by whom', async () => {
    await gebruikt(1);
    await gebruikt(2, { tijd: ZONDAG });
    const antwoord = await week();
    expect(antwoord.errors).toBeUndefined();
    expect(antwoord.data).toMatchObject({
      noodtoegangen: {
        edges: [
          {
            node: {
              id: sleutel(1),
              traceId: `${'0'.repeat(31)}1`,
              tijd: MAANDAG,
              reden: 'NOODTOEGANG_CRISIS',
              aantalPersonen: 3,
              oordeel: null,
            },
          },
        ],
        pageInfo: { hasNextPage: false },
      },
    });
    expect(antwoord.tekst).not.toContain('doener');
    expect(sleutels(await week('weekVan: "2013-03-31"'))).toEqual([sleutel(2)]);
  });

  test('is of the running week when no day is given', async () => {
    await gebruikt(1);
    await gebruikt(2, { tijd: new Date().toISOString() });
    expect(sleutels(await week('first: 5'))).toEqual([sleutel(2)]);
  });

  test('goes by page, in the order of time', async () => {
    await gebruikt(3);
    await gebruikt(1, { tijd: '2013-04-02T10:00:00.000Z' });
    await gebruikt(2, { tijd: '2013-04-02T10:00:00.000Z' });
    const gezien: string[] = [];
    let na = '';
    for (let bladzijde = 0; bladzijde < 3; bladzijde += 1) {
      const antwoord = await week(`weekVan: "2013-04-01", first: 1${na}`);
      gezien.push(...sleutels(antwoord));
      const { edges } = antwoord.data?.['noodtoegangen'] as { edges: { cursor: string }[] };
      na = `, after: "${edges[0]?.cursor}"`;
    }
    expect(gezien).toEqual([sleutel(3), sleutel(1), sleutel(2)]);
  });

  test('gives nothing after a cursor of another asker, of another list, or that was made up', async () => {
    await gebruikt(1);
    const { edges } = (await week()).data?.['noodtoegangen'] as { edges: { cursor: string }[] };
    const eigen = edges[0]?.cursor ?? '';
    const na = (cursor: string, als = {}) => week(`weekVan: "2013-04-07", after: "${cursor}"`, als);
    for (const antwoord of [
      await na(eigen, { sub: 'ander' }),
      await week(`weekVan: "2013-03-31", after: "${eigen}"`),
      await na('verzonnen'),
    ]) {
      expect(antwoord.errors?.[0]?.extensions['code']).toBe('CURSOR_ONGELDIG');
    }
  });

  test('holds the own organisations only, for the loader and for row-level security alone', async () => {
    await gebruikt(1, { organisatie: 'GM0394' });
    expect(sleutels(await week())).toEqual([]);
    const lezer = new Client({
      connectionString: database.lezer('klanten'),
      options: '-c search_path=klanten',
    });
    await lezer.connect();
    try {
      const zie = async (bereik: string) => {
        await lezer.query(`select set_config('keten.bereik_verantwoording_noodtoegang', $1, false)`, [
          bereik,
        ]);
        return (await lezer.query('select id from noodtoegang')).rowCount;
      };
      expect([await zie(''), await zie('GM1916'), await zie('GM0394')]).toEqual([0, 0, 1]);
      await expect(lezer.query('select gebruiker from noodtoegang')).rejects.toMatchObject({ code: '42501' });
      await expect(lezer.query('delete from noodtoegang')).rejects.toMatchObject({ code: '42501' });
      await expect(lezer.query(`update noodtoegangoordeel set oordeel = 'TERECHT'`)).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await lezer.end();
    }
  });

  test('is refused to who has not that data group, as is the review', async () => {
    const id = await gebruikt(1);
    const zonder = { groepen: { 'klant.dossier': ['GM1916'] } };
    for (const { errors } of [await week(undefined, zonder), await beoordeel(id, zonder)])
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NIET_GEAUTORISEERD']);
    expect(await oordelen()).toEqual([]);
  });
});

describe('the review', () => {
  test('is by a second person, and stands: what is said later changes nothing', async () => {
    const id = await gebruikt(1);
    expect((await beoordeel(id, {}, 'NIET_TERECHT')).data).toEqual({
      beoordeelNoodtoegang: { id, oordeel: 'NIET_TERECHT' },
    });
    const later = await beoordeel(id, { sub: 'een-ander' }, 'TERECHT');
    expect(later.data).toEqual({ beoordeelNoodtoegang: { id, oordeel: 'NIET_TERECHT' } });
    expect(await oordelen()).toEqual([{ noodtoegang: id, oordeel: 'NIET_TERECHT', toetser: 'toetser' }]);
    expect((await week()).data).toMatchObject({
      noodtoegangen: { edges: [{ node: { id, oordeel: 'NIET_TERECHT' } }] },
    });
  });

  test('is never by who used it, but a namesake at another organisation is somebody else', async () => {
    const id = await gebruikt(1, { gebruiker: 'toetser' });
    const zelf = await beoordeel(id);
    expect(zelf.errors?.map(({ extensions }) => extensions.code)).toEqual(['TWEEDE_PERSOON_NODIG']);
    expect(zelf.data).toEqual({ beoordeelNoodtoegang: null });
    expect(await oordelen()).toEqual([]);
    expect((await beoordeel(id, { organisatie: 'GM0629' })).errors).toBeUndefined();
    expect(await oordelen()).toHaveLength(1);
  });

  test('by who used it is refused by the database as well, whatever the loader does', async () => {
    const id = await gebruikt(1);
    const lezer = new Client({
      connectionString: database.lezer('klanten'),
      options: '-c search_path=klanten',
    });
    await lezer.connect();
    try {
      const zet = async (toetser: string): Promise<number | null> => {
        const gezet = await lezer.query(
          `insert into noodtoegangoordeel (noodtoegang, oordeel, toetser, toetser_organisatie) values ($1, 'TERECHT', $2, 'GM1916')`,
          [id, toetser],
        );
        return gezet.rowCount;
      };
      await lezer.query(`select set_config('keten.bereik_verantwoording_noodtoegang', 'GM1916', false)`);
      expect(await zet('doener')).toBe(0);
      await lezer.query(`select set_config('keten.bereik_verantwoording_noodtoegang', 'GM0394', false)`);
      await expect(zet('toetser')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await lezer.end();
    }
    expect(await oordelen()).toEqual([]);
  });

  test('of another organisation is as of one that does not exist, and is not taken', async () => {
    const id = await gebruikt(1, { organisatie: 'GM0394' });
    const [vreemd, onbekend] = [await beoordeel(id), await beoordeel(sleutel(9))];
    expect(vreemd.tekst).toBe(onbekend.tekst);
    expect(vreemd.data).toEqual({ beoordeelNoodtoegang: null });
    expect(vreemd.errors).toBeUndefined();
    expect(await oordelen()).toEqual([]);
  });

  test('is of one answer: a later one under the same trace, which the asker chooses, is not reviewed by it', async () => {
    const eerste = await gebruikt(1);
    await beoordeel(eerste);
    await database.sql(
      'klanten',
      `insert into noodtoegang select $1, trace_id, organisatie, gebruiker, reden, verantwoordelijken, personen, tijd from noodtoegang`,
      [sleutel(2)],
    );
    expect((await week()).data).toMatchObject({
      noodtoegangen: { edges: [{ node: { oordeel: 'TERECHT' } }, { node: { oordeel: null } }] },
    });
  });
});
