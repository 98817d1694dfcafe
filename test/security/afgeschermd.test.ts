// Threats: 48
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { financien } from '../../subgraphs/financien/financien.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';
import { metLoaders } from '../setup/met-loaders.ts';

const KVK = 'kvk/69599084';
const SUBSIDIE = { 'werkgever.subsidie': [KVK] };

let database: Testdatabase;
let subsidie: string;
let klant: string;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  const [rij] = await database.sql(
    'trajecten',
    `select id, klant_id from loonkostensubsidie where sleutel_kvk = $1 order by id limit 1`,
    [KVK],
  );
  [subsidie, klant] = [String(rij?.['id']), String(rij?.['klant_id'])];
});
afterAll(() => database.weg());

async function schermAf(isAfgeschermd: boolean): Promise<void> {
  for (const bron of ['trajecten', 'financien'])
    await database.sql(bron, 'update klantbereik set afgeschermd = $2 where klant_id = $1', [
      klant,
      isAfgeschermd,
    ]);
}

const leesSubsidie = (): Promise<unknown> =>
  metLoaders(trajecten, database, { filter: SUBSIDIE, rijbeveiliging: SUBSIDIE }, (loaders) =>
    loaders.loonkostensubsidie.load(subsidie),
  );
const leesBetalingen = (): Promise<readonly unknown[]> =>
  metLoaders(financien, database, { filter: SUBSIDIE, rijbeveiliging: SUBSIDIE }, (loaders) =>
    loaders.betalingen.load({ van: subsidie, aantal: 10 }),
  );

/** The rows that row-level security lets through, with no filter beside it. */
async function zonderFilter(bron: string, tabel: string, sleutel: string): Promise<number> {
  const lezer = new Client({ connectionString: database.lezer(bron), options: `-c search_path=${bron}` });
  await lezer.connect();
  try {
    await lezer.query(
      `select set_config('keten.bereik_werkgever_subsidie', $1, false), set_config('keten.vandaag', '2013-04-02', false)`,
      [KVK],
    );
    return (await lezer.query(`select from ${tabel} where ${sleutel} = $1`, [subsidie])).rows.length;
  } finally {
    await lezer.end();
  }
}

describe('what a werkgever gets for somebody who is afgeschermd since', () => {
  it('is told while that one is not, and not told any more from then on', async () => {
    expect(await leesSubsidie()).toMatchObject({ klantId: klant });
    expect((await leesBetalingen()).length).toBeGreaterThan(0);
    await schermAf(true);
    try {
      expect(await leesSubsidie()).toBeNull();
      expect(await leesBetalingen()).toEqual([]);
    } finally {
      await schermAf(false);
    }
  });

  it.each([
    ['trajecten', 'loonkostensubsidie', 'id', async () => ((await leesSubsidie()) === null ? 0 : 1)],
    ['financien', 'subsidiebetaling', 'subsidie_id', async () => (await leesBetalingen()).length],
  ] as const)(
    'is kept back in %s by the policy alone, and by the filter alone',
    async (bron, tabel, sleutel, lees) => {
      const zet = (stand: string) => database.sql(bron, `alter table ${tabel} ${stand} row level security`);
      expect(await zonderFilter(bron, tabel, sleutel)).toBeGreaterThan(0);
      await schermAf(true);
      try {
        expect(await zonderFilter(bron, tabel, sleutel)).toBe(0);
        await zet('disable');
        expect(await lees()).toBe(0);
      } finally {
        await zet('enable');
        await schermAf(false);
      }
    },
  );
});
