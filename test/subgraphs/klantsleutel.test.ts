import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alsEigenaar } from '../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../subgraphs/chassis/database/migreer.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';
import type { Bereik, Partij } from './klantbereik-gevallen.ts';
import { type Statement, voegIn } from '../setup/voeg-in.ts';

/** The table is made by the same bytes in every subgraph: see klantbereik-gelijk.test.ts. */
const NAAM = financien.naam;

const DAGEN = Array.from({ length: 8 }, (_leeg, i) => `2013-04-0${i + 1}`);
const KLANTEN = ['a', 'b', 'c'];

let database: Testdatabase;
let eigenaar: Client;
beforeAll(async () => {
  database = await maakDatabase('keten_leeg');
  await alsEigenaar(database.eigenaar(NAAM), NAAM, (client) =>
    migreer(client, new URL('prisma/migrations/', financien.map), NAAM),
  );
  eigenaar = await verbind();
});
afterAll(async () => {
  await eigenaar.end();
  await database.weg();
});

async function verbind(): Promise<Client> {
  const client = new Client({
    connectionString: database.eigenaar(NAAM),
    options: `-c search_path=${NAAM}`,
  });
  await client.connect();
  return client;
}

const klant = fc.constantFrom(...KLANTEN);
const gemeente = fc.constantFrom('GM0394', 'GM0629');
const medewerker = fc.constantFrom(null, 'mw-1', 'mw-2');
/** From one day to a later one, or without an end. */
const tijdvak = fc
  .tuple(fc.nat(DAGEN.length - 2), fc.option(fc.integer({ min: 1, max: DAGEN.length - 1 })))
  .map(([van, lengte]) => ({
    geldig_van: DAGEN[van] ?? '',
    geldig_tot: lengte === null ? null : (DAGEN[van + lengte] ?? null),
  }));
const bereik: fc.Arbitrary<Bereik> = fc
  .record({
    klant_id: klant,
    verantwoordelijke: gemeente,
    medewerker,
    team: fc.constantFrom(null, 'team'),
    vervanger: medewerker,
    partner_id: fc.constant(null),
    afgeschermd: fc.boolean(),
    tijdvak,
    isKort: fc.boolean(),
  })
  .map(({ tijdvak: dagen, isKort, ...rest }) => ({
    ...rest,
    ...dagen,
    bewaren_tot: isKort ? dagen.geldig_tot : null,
  }));
const partij: fc.Arbitrary<Partij> = fc
  .record({
    klant_id: klant,
    verantwoordelijke: gemeente,
    organisatie: fc.constantFrom('BAANBRUG', 'GM0394'),
    taak: fc.constantFrom('wsw', 'bezwaar'),
    medewerker,
    tijdvak,
  })
  .map(({ tijdvak: dagen, ...rest }) => ({ ...rest, ...dagen }));

const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.array(bereik, { minLength: 1, maxLength: 5 }).map((rijen) => voegIn('klantbereik', rijen)),
  fc.array(partij, { minLength: 1, maxLength: 5 }).map((rijen) => voegIn('klantpartij', rijen)),
  klant.map((id): Statement => [
    'update klantbereik set afgeschermd = not afgeschermd where klant_id = $1',
    id,
  ]),
  fc
    .tuple(klant, fc.constantFrom(...DAGEN))
    .map(([id, dag]): Statement => [
      `update klantbereik set geldig_tot = $2, bewaren_tot = null where klant_id >= $1 and geldig_van < $2`,
      id,
      dag,
    ]),
  klant.map((id): Statement => [
    `update klantbereik set medewerker = 'mw-3', team = null where klant_id = $1`,
    id,
  ]),
  klant.map((id): Statement => ['delete from klantbereik where klant_id <= $1', id]),
  klant.map((id): Statement => ['delete from klantpartij where klant_id = $1', id]),
  fc
    .tuple(klant, fc.constantFrom(...DAGEN))
    .map(([id, dag]): Statement => [
      'update klantpartij set geldig_tot = $2 where klant_id = $1 and geldig_van < $2',
      id,
      dag,
    ]),
);

const opDag = ({ geldig_van, geldig_tot }: Pick<Bereik, 'geldig_van' | 'geldig_tot'>, dag: string): boolean =>
  geldig_van <= dag && (geldig_tot === null || dag < geldig_tot);

/** The sleutels of each klant at each gemeente on each day, found day by day. */
function sleutelsPerDag(bereiken: readonly Bereik[], partijen: readonly Partij[]): readonly string[] {
  const plekken = DAGEN.flatMap((dag) =>
    bereiken.flatMap((rij) => {
      const { klant_id, verantwoordelijke: gm, team, vervanger, bewaren_tot } = rij;
      const eigen = bewaren_tot === null || dag < bewaren_tot ? [`klant/${klant_id}`] : [];
      const zaken = partijen
        .filter((each) => each.klant_id === klant_id && each.verantwoordelijke === gm && opDag(each, dag))
        .map((each) =>
          ['partij', each.organisatie, each.taak, gm, each.medewerker]
            .filter((deel) => deel !== null)
            .join('/'),
        );
      const vanGemeente = [
        gm,
        ...(rij.medewerker === null ? [] : [`${gm}/${rij.medewerker}`]),
        ...(team === null ? [] : [`${gm}/team/${team}`]),
        ...(vervanger === null ? [] : [`${gm}/vervanging/${vervanger}`]),
        ...zaken,
      ];
      const nu = rij.afgeschermd ? [`afgeschermd/${gm}`] : vanGemeente;
      return [...eigen, ...(opDag(rij, dag) ? nu : [])].map(
        (sleutel) => `${klant_id} ${gm} ${sleutel} ${dag}`,
      );
    }),
  );
  return [...new Set(plekken)].toSorted();
}

async function lees<Rij extends object>(sql: string, ...waarden: unknown[]): Promise<readonly Rij[]> {
  return (await eigenaar.query<Rij>(sql, waarden)).rows;
}

describe('klantsleutel', () => {
  test('equals a recount day by day after every statement, and no two of its rows touch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 15 }), async (statements) => {
        await eigenaar.query('begin');
        try {
          for (const [sql, ...waarden] of statements) {
            await eigenaar.query(sql, waarden);
            const bereiken = await lees<Bereik>(
              `select klant_id, verantwoordelijke, medewerker, team, vervanger, afgeschermd, geldig_van::text as geldig_van,
                 geldig_tot::text as geldig_tot, bewaren_tot::text as bewaren_tot from klantbereik`,
            );
            const partijen = await lees<Partij>(
              `select klant_id, verantwoordelijke, organisatie, taak, medewerker, geldig_van::text as geldig_van,
                 geldig_tot::text as geldig_tot from klantpartij`,
            );
            const gehouden = await lees<{ plek: string }>(
              `select concat_ws(' ', klant_id, verantwoordelijke, sleutel, d.dag) as plek from klantsleutel
               join unnest($1::text[]) as d (dag)
                 on geldig_van <= d.dag::date and (geldig_tot is null or d.dag::date < geldig_tot)`,
              DAGEN,
            );
            expect(gehouden.map(({ plek }) => plek).toSorted()).toEqual(sleutelsPerDag(bereiken, partijen));
            const naast = await lees(
              `select from klantsleutel e join klantsleutel a using (klant_id, verantwoordelijke, sleutel)
               where a.geldig_van > e.geldig_van and (e.geldig_tot is null or a.geldig_van <= e.geldig_tot)`,
            );
            expect(naast).toEqual([]);
          }
        } finally {
          await eigenaar.query('rollback');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('cannot be left behind by emptying what it follows from', async () => {
    for (const tabel of ['klantbereik', 'klantpartij'])
      await expect(eigenaar.query(`truncate ${tabel}`)).rejects.toThrow(`truncate of ${tabel} is refused`);
  });

  test('equals a recount when two transactions change one klant, whoever commits first', async () => {
    const ander = await verbind();
    const rij = { klant_id: 'a', verantwoordelijke: 'GM0394', geldig_van: '2013-04-01' };
    try {
      await eigenaar.query('begin');
      await eigenaar.query(
        ...naarQuery(voegIn('klantbereik', [{ ...rij, medewerker: 'mw-1', afgeschermd: false }])),
      );
      const [wachter] = (await ander.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
      const klaar = ander.query(
        ...naarQuery(voegIn('klantpartij', [{ ...rij, organisatie: 'BAANBRUG', taak: 'wsw' }])),
      );
      const wacht = `select from pg_locks where pid = ${wachter?.pid} and not granted`;
      while ((await lees(wacht)).length === 0);
      await eigenaar.query('commit');
      await klaar;
      const sleutels = await lees<{ sleutel: string }>('select sleutel from klantsleutel order by 1');
      expect(sleutels.map(({ sleutel }) => sleutel)).toEqual([
        'GM0394',
        'GM0394/mw-1',
        'klant/a',
        'partij/BAANBRUG/wsw/GM0394',
      ]);
    } finally {
      await ander.end();
      await eigenaar.query('delete from klantpartij; delete from klantbereik');
    }
  });
});

function naarQuery([sql, ...waarden]: Statement): [string, unknown[]] {
  return [sql, [...waarden]];
}
