import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { trajecten } from '../../../subgraphs/trajecten/trajecten.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { type Bereik, dagen, ongezienOpDag, type Traject, type Voorziening } from './ongezien-herteld.ts';
import { type Statement, voegIn } from '../../setup/voeg-in.ts';

const KLANTEN = ['a', 'b', 'c'];
const GEMEENTEN = ['GM0394', 'GM1916'];
const UITKOMSTEN = ['WERK', 'PASSEND_TRAJECT', 'ANDER_ADVIES', 'GEEN_RECHT_OF_AFGEZIEN'];

let database: Testdatabase;
let eigenaar: Client;
beforeAll(async () => {
  database = await maakDatabase('keten_leeg');
  const url = database.eigenaar('trajecten');
  await alsEigenaar(url, 'trajecten', (client) =>
    migreer(client, new URL('prisma/migrations/', trajecten.map), 'trajecten'),
  );
  eigenaar = new Client({ connectionString: url, options: '-c search_path=trajecten' });
  await eigenaar.connect();
});
afterAll(async () => {
  await eigenaar.end();
  await database.weg();
});

const nummer = fc.integer({ min: 0, max: 7 }).map(String);
const klant = fc.constantFrom(...KLANTEN);
const gemeente = fc.constantFrom(...GEMEENTEN);
const tijdvak = fc
  .tuple(fc.nat(dagen.length - 1), fc.option(fc.nat(dagen.length - 1), { nil: undefined }))
  .map(([een, ander]) => ({
    van: dagen[Math.min(een, ander ?? een)] ?? '',
    tot: ander === undefined ? null : (dagen[Math.max(een, ander)] ?? ''),
  }));

const begonnen = fc.record({
  tijdvak,
  status: fc.constantFrom('LOPEND', 'AFGEROND', 'UITGEVALLEN'),
  uitkomst: fc.constantFrom(null, ...UITKOMSTEN),
});
const traject: fc.Arbitrary<Traject> = fc
  .record({
    id: nummer,
    klant_id: klant,
    programma: fc.constantFrom(null, 'WERKSTROOM', 'TAAL'),
    verantwoordelijke: gemeente,
    loop: fc.option(begonnen, { nil: undefined }),
  })
  .map(({ loop, ...rest }) => ({
    ...rest,
    aangemeld_op: '2013-01-01',
    begin: loop?.tijdvak.van ?? null,
    einde: loop?.tijdvak.tot ?? null,
    status: loop?.status ?? 'GEPLAND',
    uitkomst: loop?.uitkomst ?? null,
  }));
const voorziening: fc.Arbitrary<Voorziening> = fc
  .record({
    id: nummer,
    klant_id: klant,
    soort: fc.constantFrom('LOONKOSTENSUBSIDIE', 'JOBCOACH', 'NO_RISK', 'DEELTIJDWERK'),
    tijdvak,
    verantwoordelijke: gemeente,
  })
  .map(({ tijdvak: { van, tot }, ...rest }) => ({ ...rest, datum_start: van, datum_einde: tot }));

const bereik: fc.Arbitrary<Bereik> = fc
  .record({
    klant_id: klant,
    verantwoordelijke: gemeente,
    medewerker: fc.constantFrom(null, 'mw-1', 'mw-2'),
    partner_id: fc.constantFrom(null, ...KLANTEN),
    afgeschermd: fc.boolean(),
    tijdvak: tijdvak.filter(({ van, tot }) => van !== tot),
  })
  .map(({ tijdvak: { van, tot }, ...rest }) => ({ ...rest, geldig_van: van, geldig_tot: tot }));

const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.array(traject, { minLength: 1, maxLength: 4 }).map((rijen) => voegIn('traject', rijen)),
  fc.array(voorziening, { minLength: 1, maxLength: 4 }).map((rijen) => voegIn('voorziening', rijen)),
  fc.array(bereik, { minLength: 1, maxLength: 4 }).map((rijen) => voegIn('klantbereik', rijen)),
  fc
    .tuple(klant, fc.constantFrom(null, ...KLANTEN))
    .map(([id, partner]): Statement => [
      'update klantbereik set partner_id = $2, afgeschermd = not afgeschermd where klant_id = $1',
      id,
      partner,
    ]),
  fc
    .tuple(klant, fc.constantFrom(...dagen))
    .map(([id, dag]): Statement => [
      `update klantbereik set medewerker = 'mw-3', geldig_tot = $2 where klant_id <= $1 and geldig_van < $2`,
      id,
      dag,
    ]),
  klant.map((id): Statement => ['delete from klantbereik where klant_id >= $1', id]),
  fc.tuple(nummer, fc.constantFrom(...UITKOMSTEN)).map(([id, uitkomst]): Statement => [
    `update traject set status = 'AFGEROND', uitkomst = $2, einde = coalesce(einde, begin + 7)
       where id >= $1 and begin is not null`,
    id,
    uitkomst,
  ]),
  fc
    .tuple(nummer, klant, gemeente)
    .map(([id, ander, waar]): Statement => [
      'update traject set klant_id = $2, verantwoordelijke = $3 where id <= $1',
      id,
      ander,
      waar,
    ]),
  nummer.map((id): Statement => [`update voorziening set soort = 'DEELTIJDWERK' where id = $1`, id]),
  fc
    .tuple(nummer, klant)
    .map(([id, ander]): Statement => ['update voorziening set klant_id = $2 where id >= $1', id, ander]),
  nummer.map((id): Statement => ['delete from traject where id >= $1', id]),
  nummer.map((id): Statement => ['delete from voorziening where id <= $1', id]),
);

async function rijen<Rij extends object>(sql: string): Promise<readonly Rij[]> {
  return (await eigenaar.query<Rij>(sql)).rows;
}

const leesTrajecten = () =>
  rijen<Traject>(
    `select id, klant_id, programma, aangemeld_op::text as aangemeld_op, begin::text as begin, einde::text as einde, status, uitkomst, verantwoordelijke from traject`,
  );

/** The counts, made anew from the rows. */
function hertelling(alle: readonly Traject[]): readonly string[] {
  const tellingen = new Map<string, number>();
  for (const { programma, begin, uitkomst, verantwoordelijke } of alle) {
    if (programma === null) continue;
    for (const telt of begin === null ? [''] : ['', uitkomst ?? 'ANDER_ADVIES']) {
      const sleutel = `${verantwoordelijke} ${programma} ${telt}`;
      tellingen.set(sleutel, (tellingen.get(sleutel) ?? 0) + 1);
    }
  }
  return [...tellingen].map(([sleutel, aantal]) => `${sleutel}: ${aantal}`).toSorted();
}

describe('what is kept beside the rows', () => {
  test('equals a recount after every statement, and has no row for nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 15 }), async (statements) => {
        await eigenaar.query('begin');
        try {
          for (const [sql, ...waarden] of statements) {
            await eigenaar.query(sql, waarden);
            const alle = await leesTrajecten();
            const geteld = await rijen<{ regel: string }>(
              `select concat(gemeente, ' ', programma, ' ', uitkomst, ': ', aantal) as regel from programmauitkomst`,
            );
            expect(geteld.map(({ regel }) => regel).toSorted()).toEqual(hertelling(alle));

            const voorzieningen = await rijen<Voorziening>(
              `select klant_id, soort, datum_start::text as datum_start, datum_einde::text as datum_einde from voorziening`,
            );
            const bereiken = await rijen<Bereik>(
              `select klant_id, verantwoordelijke, medewerker, partner_id, afgeschermd, geldig_van::text as geldig_van,
                 geldig_tot::text as geldig_tot from klantbereik`,
            );
            // A day twice would be a knoop below another.
            const ongezien = await eigenaar.query<{ plek: string }>(
              `select concat_ws(' ', o.sleutel, o.klant_id, d.dag) as plek
               from ongezien o join unnest($1::text[]) as d (dag) on o.knoop = any (knopen_op(d.dag::date))`,
              [dagen],
            );
            expect(ongezien.rows.map(({ plek }) => plek).toSorted()).toEqual(
              ongezienOpDag(bereiken, alle, voorzieningen),
            );
          }
        } finally {
          await eigenaar.query('rollback');
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('cannot be emptied behind its back', async () => {
    for (const tabel of ['klantbereik', 'traject', 'voorziening'])
      await expect(eigenaar.query(`truncate ${tabel}`)).rejects.toThrow(`truncate of ${tabel} is refused`);
  });

  test('does not tell what runs, nor for whom', async () => {
    const kolommen = await rijen<{ naam: string }>(
      `select attname as naam from pg_attribute where attrelid = 'ongezien'::regclass and attnum > 0 order by attnum`,
    );
    expect(kolommen.map(({ naam }) => naam)).toEqual(['sleutel', 'knoop', 'klant_id']);
  });
});

describe('a traject', () => {
  const zet = (anders: Partial<Traject>) => {
    const goed = {
      id: 't',
      klant_id: 'a',
      status: 'LOPEND',
      aangemeld_op: '2013-01-01',
      begin: '2013-02-01',
      verantwoordelijke: 'GM0394',
    };
    const [sql, ...waarden] = voegIn('traject', [{ ...goed, ...anders }]);
    return eigenaar.query(sql, waarden);
  };

  test.each([
    ['ends before it begins', { einde: '2013-01-31' }],
    ['runs and has not begun', { begin: null }],
    ['came to something before it began', { begin: null, status: 'GEPLAND', uitkomst: 'WERK' }],
    ['begins before anybody was aangemeld', { begin: '2012-12-31' }],
    ['has no gemeente', { verantwoordelijke: 'SDV' }],
  ])('is refused when it %s', async (_, anders) => {
    await expect(zet(anders)).rejects.toThrow('check constraint');
  });
});
