import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

const WERKGEVERS = ['90001354', '69599084', '99000001'];
const GEMEENTEN = ['GM0394', 'GM1916'];
const BEROEP = 'https://linkeddata.competentnl.nl/uwv/id/occupation/57D17BDAA8';

const HERTELLING = `
  select gemeente, to_char(dag, 'YYYY-MM') as maand, soort, count(*) as aantal from (
    select gemeente, datum as dag, 'BENADERD' as soort from benadering
    union all select gemeente, geopend_op, 'GEOPEND' from vacature
    union all select gemeente, gesloten_op, 'GESLOTEN' from vacature where status <> 'OPEN'
    union all select verantwoordelijke, begin, 'PROEF' from plaatsing where soort = 'PROEFPLAATSING'
    union all select verantwoordelijke, begin, 'GEPLAATST' from plaatsing where soort <> 'PROEFPLAATSING'
  ) as alles group by 1, 2, 3 order by 1, 2, 3`;

const HERBEZETTING = `
  select v.vacature_id, count(*) as aantal from plaatsing p join voordracht v on v.id = p.voordracht_id
  group by 1 order by 1`;

let database: Testdatabase;
let eigenaar: Client;
beforeAll(async () => {
  database = await maakDatabase('keten_leeg');
  const url = database.eigenaar('vacatures');
  await alsEigenaar(url, 'vacatures', (client) =>
    migreer(client, new URL('prisma/migrations/', vacatures.map), 'vacatures'),
  );
  eigenaar = new Client({ connectionString: url, options: '-c search_path=vacatures' });
  await eigenaar.connect();
  await eigenaar.query(`insert into beroep values ($1, 'hovenier')`, [BEROEP]);
  for (const kvk of WERKGEVERS)
    await eigenaar.query(`insert into werkgever values ($1, 'werkgever', false)`, [kvk]);
});
afterAll(async () => {
  await eigenaar.end();
  await database.weg();
});

const nummer = fc.integer({ min: 0, max: 9 });
const dag = fc
  .date({ min: new Date('2012-11-01'), max: new Date('2013-04-30'), noInvalidDate: true })
  .map((datum) => datum.toISOString().slice(0, 10));
const werkgever = fc.constantFrom(...WERKGEVERS);
const gemeente = fc.constantFrom(...GEMEENTEN);
const soort = fc.constantFrom('REGULIER', 'PROEFPLAATSING', 'DETACHERING', 'LEERWERKPLEK');

/** One statement that an administration may send; a row that is there already, or not there, is left alone. */
type Statement = readonly [sql: string, ...waarden: unknown[]];

const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .array(fc.record({ id: nummer, kvk: werkgever, gemeente, dag }), { minLength: 1, maxLength: 4 })
    .map((rijen): Statement => [
      `insert into vacature (id, kvk, nummer, naam, beroep_code, uren_min, uren_max, aantal_plaatsen, status, geopend_op, gemeente)
       select 'v' || id, kvk, 'nr', 'vacature', $2, 8, 40, 2, 'OPEN', dag, gemeente
       from jsonb_to_recordset($1) as r (id text, kvk text, gemeente text, dag date) on conflict do nothing`,
      JSON.stringify(rijen),
      BEROEP,
    ]),
  fc
    .tuple(nummer, dag)
    .map(([id, op]): Statement => [
      `update vacature set status = 'GESLOTEN', gesloten_op = greatest(geopend_op, $2::date) where id = 'v' || $1::text`,
      id,
      op,
    ]),
  gemeente.map((andere): Statement => ['update vacature set gemeente = $1', andere]),
  fc.tuple(nummer, nummer, dag).map(([id, vacature, op]): Statement => [
    `insert into voordracht (id, kvk, vacature_id, klant_id, fase, datum, fase_sinds, verantwoordelijke)
         select 'd' || $1::text, kvk, id, 'klant', 'GEPLAATST', $3::date, $3::date, 'GM0394' from vacature where id = 'v' || $2::text
         on conflict do nothing`,
    id,
    vacature,
    op,
  ]),
  fc
    .array(fc.record({ id: nummer, soort, gemeente, dag, d: nummer }), { minLength: 1, maxLength: 4 })
    .map((rijen): Statement => [
      `insert into plaatsing (id, kvk, voordracht_id, klant_id, soort, begin, uren, naam, verantwoordelijke)
       select 'p' || r.id, '90001354', (select d.id from voordracht d where d.id = 'd' || r.d), 'klant', soort, dag, 32, 'naam', gemeente
       from jsonb_to_recordset($1) as r (id text, soort text, gemeente text, dag date, d text) on conflict do nothing`,
      JSON.stringify(rijen),
    ]),
  fc
    .tuple(nummer, soort)
    .map(([id, andere]): Statement => [
      `update plaatsing set soort = $2, begin = begin + 31 where id <= 'p' || $1::text`,
      id,
      andere,
    ]),
  nummer.map((id): Statement => [`update plaatsing set voordracht_id = null where id = 'p' || $1::text`, id]),
  nummer.map((id): Statement => [`delete from plaatsing where id >= 'p' || $1::text`, id]),
  fc.tuple(werkgever, gemeente, dag).map(([kvk, waar, op]): Statement => [
    `insert into benadering select $1, $2, extract(year from $3::date)::int || '-' || extract(quarter from $3::date)::int, $3::date
         on conflict do nothing`,
    kvk,
    waar,
    op,
  ]),
  werkgever.map((kvk): Statement => ['delete from benadering where kvk = $1', kvk]),
  fc.constant<Statement>([
    'delete from vacature v where not exists (select from voordracht d where d.vacature_id = v.id)',
  ]),
);

describe('what is counted', () => {
  test('equals a recount after every statement, and has no row for nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 30 }), async (statements) => {
        await eigenaar.query('begin');
        try {
          for (const [sql, ...waarden] of statements) {
            await eigenaar.query(sql, waarden);
            const wspmaand = await eigenaar.query('select * from wspmaand order by gemeente, maand, soort');
            expect(wspmaand.rows).toEqual((await eigenaar.query(HERTELLING)).rows);
            const bezetting = await eigenaar.query(
              'select vacature_id, aantal from bezetting order by vacature_id',
            );
            expect(bezetting.rows).toEqual((await eigenaar.query(HERBEZETTING)).rows);
          }
        } finally {
          await eigenaar.query('rollback');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('cannot be emptied behind the back of its counts', async () => {
    for (const tabel of ['benadering', 'plaatsing'])
      await expect(eigenaar.query(`truncate ${tabel}`)).rejects.toThrow('its rows are counted');
    await expect(eigenaar.query('truncate vacature cascade')).rejects.toThrow('its rows are counted');
  });

  test('counts a werkgever once in a quarter of a gemeente', async () => {
    await eigenaar.query('begin');
    const benader = (kwartaal: string, datum: string) =>
      eigenaar.query(`insert into benadering values ('90001354', 'GM0394', $1, $2)`, [kwartaal, datum]);
    await benader('2013-1', '2013-01-05');
    await eigenaar.query('savepoint een');
    await expect(benader('2013-1', '2013-03-05')).rejects.toThrow('benadering_pkey');
    await eigenaar.query('rollback to een');
    await expect(benader('2013-2', '2013-03-05')).rejects.toThrow('check constraint');
    await eigenaar.query('rollback');
  });
});
