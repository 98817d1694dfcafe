import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { maakMap } from '../../setup/maak-map.ts';

const BEGIN =
  '-- Het begin; met een puntkomma.\ncreate table a (id int primary key);\ncreate table b (tekst text);\n';

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_leeg');
});
beforeEach(async () => {
  await database.sql('klanten', 'drop table if exists a, b, c, _prisma_migrations');
});
afterAll(() => database.weg());

async function metMigraties(migraties: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const bestanden = Object.entries(migraties).map(([naam, sql]) => [`${naam}/migration.sql`, sql]);
  const { url, weg } = maakMap(Object.fromEntries(bestanden));
  try {
    return await alsEigenaar(database.eigenaar('klanten'), 'klanten', (client) =>
      migreer(client, url, 'klanten'),
    );
  } finally {
    weg();
  }
}

async function tabellen(): Promise<readonly unknown[]> {
  const rijen = await database.sql(
    'klanten',
    `select relname from pg_class where relnamespace = 'klanten'::regnamespace and relkind = 'r' order by 1`,
  );
  return rijen.map(({ relname }) => relname);
}

async function fout(migraties: Readonly<Record<string, string>>): Promise<KetenFout> {
  const gevangen: unknown = await metMigraties(migraties).then(
    () => undefined,
    (reden: unknown) => reden,
  );
  if (!(gevangen instanceof KetenFout))
    throw new Error('the migration did not fail as it should', { cause: gevangen });
  return gevangen;
}

describe('migrations', () => {
  test('are applied once, in order, with the row that Prisma expects', async () => {
    const migraties = { '2_tweede': 'create table c (id int);', '1_eerste': BEGIN };
    expect(await metMigraties(migraties)).toEqual(['1_eerste', '2_tweede']);
    expect(await metMigraties(migraties)).toEqual([]);
    expect(await tabellen()).toEqual(['_prisma_migrations', 'a', 'b', 'c']);
    const rijen = await database.sql('klanten', 'select * from _prisma_migrations order by migration_name');
    expect(rijen).toMatchObject([
      {
        migration_name: '1_eerste',
        checksum: createHash('sha256').update(BEGIN).digest('hex'),
        rolled_back_at: null,
        applied_steps_count: 1,
      },
      { migration_name: '2_tweede' },
    ]);
    expect(
      rijen.every(({ finished_at, id }) => finished_at instanceof Date && String(id).length === 36),
    ).toBe(true);
  });

  test('whose last statement fails leave no table and no row, and say which file and statement', async () => {
    const { code, reden, details } = await fout({
      '1_eerste': `${BEGIN}insert into b values ('x');\nselect 1 / 0;\n`,
    });
    expect(code).toBe('MIGRATIE_MISLUKT');
    expect(reden).toBe(
      'klanten/prisma/migrations/1_eerste/migration.sql statement 4 (select 1 / 0): division by zero',
    );
    expect(details).toEqual({ bestand: 'klanten/prisma/migrations/1_eerste/migration.sql', statement: 4 });
    expect(await tabellen()).toEqual([]);
  });

  test('that failed leave the ones before them applied', async () => {
    expect(
      (await fout({ '1_eerste': BEGIN, '2_tweede': 'create table c (id int);\ncreate table a (id int);' }))
        .reden,
    ).toContain('2_tweede/migration.sql statement 2 (create table a (id int))');
    expect(await tabellen()).toEqual(['_prisma_migrations', 'a', 'b']);
    expect(await database.sql('klanten', 'select migration_name from _prisma_migrations')).toEqual([
      { migration_name: '1_eerste' },
    ]);
  });

  test('that fail only at the commit leave nothing either', async () => {
    const sql = `${BEGIN}create table c (a int references a (id) deferrable initially deferred);\ninsert into c values (1);`;
    expect((await fout({ '1_eerste': sql })).reden).toContain('1_eerste/migration.sql at its end');
    expect(await tabellen()).toEqual([]);
  });

  test.each(['commit', '-- klaar\nCOMMIT', 'rollback', 'begin', '/* x */ start transaction'])(
    'that would end their transaction (%j) are refused',
    async (statement) => {
      expect((await fout({ '1_eerste': `${BEGIN}${statement};` })).reden).toContain('statement 3');
      expect(await tabellen()).toEqual([]);
    },
  );

  test('that were changed after they were applied are refused', async () => {
    await metMigraties({ '1_eerste': BEGIN });
    expect((await fout({ '1_eerste': `${BEGIN}select 1;` })).reden).toBe(
      'klanten/prisma/migrations/1_eerste/migration.sql was changed after it was applied',
    );
  });

  test('of two processes at once are applied by one of them', async () => {
    const uitkomsten = await Promise.all([
      metMigraties({ '1_eerste': BEGIN }),
      metMigraties({ '1_eerste': BEGIN }),
    ]);
    expect(uitkomsten.flat()).toEqual(['1_eerste']);
  });
});
