import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
});
afterAll(() => database.weg());

describe.each(['klanten', 'trajecten'])('a stretch of days in %s', (schema) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({
      connectionString: database.eigenaar(schema),
      options: `-c search_path=${schema}`,
    });
    await client.connect();
  });
  afterAll(() => client.end());

  const knopen = async (van: string | null, tot: string | null): Promise<readonly number[]> => {
    const { rows } = await client.query<{ knoop: number }>(
      'select knoop from knopen_van(daterange($1, $2)) as k (knoop)',
      [van, tot],
    );
    return rows.map(({ knoop }) => knoop);
  };
  const dag = fc
    .integer({ min: 0, max: 2 ** 15 - 1 })
    .map((nummer) => new Date(Date.UTC(2013, 0, 1 + nummer)).toISOString().slice(0, 10));

  test('has one knoop above each of its days, none above another, and never more than 28', async () => {
    await fc.assert(
      fc.asyncProperty(dag, fc.option(dag), dag, async (een, ander, vandaag) => {
        const [van, tot] = ander === null ? [een, null] : [een, ander].toSorted();
        if (van === tot) return;
        const stand = await knopen(van ?? null, tot ?? null);
        expect(stand.length).toBeLessThanOrEqual(28);
        const { rows } = await client.query<{ boven: number[] }>('select knopen_op($1::date) as boven', [
          vandaag,
        ]);
        const boven = stand.filter((knoop) => rows[0]?.boven.includes(knoop));
        const erin = (van ?? '') <= vandaag && (typeof tot !== 'string' || vandaag < tot);
        expect(boven).toHaveLength(erin ? 1 : 0);
      }),
    );
  });

  test('counts from the first day that is kept, or to the last, where it begins before or ends after', async () => {
    expect(await knopen(null, null)).toEqual([1]);
    expect(await knopen('1980-01-01', '2200-01-01')).toEqual([1]);
    expect(await knopen('1980-01-01', '2013-01-02')).toEqual([2 ** 15]);
    expect(await knopen('1980-01-01', '2012-12-31')).toEqual([]);
    await expect(client.query(`select knopen_op('2012-12-31')`)).rejects.toThrow(
      'kept from 1 January 2013 on',
    );
  });
});
