// Threats: 42
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { bereikStatement, zetBereik } from '../../subgraphs/chassis/transaction/zet-bereik.ts';
import { toegangVan } from '../../subgraphs/chassis/guard/toegang.ts';
import { KETENTOKEN_ISSUER } from '../../schema/keten/ketentoken.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';

const GROEP = 'financien.klant.stand';
const VANDAAG = '2013-04-02';
const GELEZEN = 'select verantwoordelijke, count(*)::int as aantal from vordering group by 1 order by 1';

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
});
afterAll(() => database.weg());

/** A pool of one connection, so that every asker gets the same one. */
let pool: Pool;
let databank: ReturnType<typeof financien.openDatabank>;
beforeEach(() => {
  pool = new Pool({
    connectionString: database.lezer('financien'),
    options: '-c search_path=financien',
    max: 1,
  });
  databank = financien.openDatabank(new PrismaPg(pool, { schema: 'financien' }));
});
afterEach(async () => {
  await databank.$disconnect();
  await pool.end();
});

/** Reads as an asker with these sleutels, or fails on the way. */
async function lees(sleutels: readonly string[], faal = false): Promise<readonly unknown[]> {
  return databank.$transaction(
    async (tx) => {
      const toegang = toegangVan({
        iss: KETENTOKEN_ISSUER,
        aud: 'financien',
        sub: 'x',
        organisatie: 'GM1916',
        afnemer: 'keten',
        groepen: { [GROEP]: { sleutels: [...sleutels] } },
        iat: 0,
        exp: 60,
      });
      await zetBereik(tx, bereikStatement([GROEP]), toegang, { termijn: 5_000, vandaag: VANDAAG });
      if (faal) await tx.$queryRawUnsafe('select 1 / 0');
      return tx.$queryRawUnsafe<unknown[]>(GELEZEN);
    },
    { maxWait: 5_000, timeout: 5_000 },
  );
}

const verbinding = async (): Promise<unknown> => (await pool.query('select pg_backend_pid() as pid')).rows[0];

describe('two askers on one connection', () => {
  it('each read within the own scope, and whoever asks next without one reads nothing', async () => {
    const eerst = await verbinding();
    expect(await lees(['GM0394'])).toMatchObject([{ verantwoordelijke: 'GM0394' }]);
    expect(await lees(['GM1916'])).toMatchObject([{ verantwoordelijke: 'GM1916' }]);
    expect(await lees([])).toEqual([]);
    expect((await pool.query(GELEZEN)).rows).toEqual([]);
    expect(await verbinding()).toEqual(eerst);
  });

  it('are kept apart too when the first of them failed half-way', async () => {
    const eerst = await verbinding();
    await expect(lees(['GM0394'], true)).rejects.toThrow();
    expect((await pool.query(GELEZEN)).rows).toEqual([]);
    expect(await lees(['GM1916'])).toMatchObject([{ verantwoordelijke: 'GM1916' }]);
    expect(await verbinding()).toEqual(eerst);
  });
});
