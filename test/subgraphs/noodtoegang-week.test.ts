import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOEGANGSREDENEN } from '../../schema/codelijsten/toegangsredenen.ts';
import { SUBGRAPHS } from '../../schema/codelijsten/subgraphs.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';

/** Sunday evening in UTC, when it is Monday in Amsterdam: the first of week 14. */
const MAANDAG = Date.parse('2013-03-31T22:30:00Z');
const ZONDAG = Date.parse('2013-03-31T21:30:00Z');

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
});
afterAll(() => database.weg());

const trace = (nummer: number): string => nummer.toString(16).padStart(32, '0');

describe.each(Object.keys(SUBGRAPHS))('the use of noodtoegang in %s', (bron) => {
  test('is told by week, gemeente and ground, with its traces and without the persons', async () => {
    const regels: readonly (readonly [number, number, string | null, readonly string[]])[] = [
      [1, MAANDAG, 'NOODTOEGANG_CRISIS', ['a GM1916', 'b GM1916', 'c GM0629']],
      [2, MAANDAG, 'NOODTOEGANG_CRISIS', ['a GM1916']],
      [3, ZONDAG, 'NOODTOEGANG_CRISIS', ['a GM1916']],
      [4, MAANDAG, 'NOODTOEGANG_ONBEREIKBAAR', []],
      [5, MAANDAG, 'TEAM_SPOED', ['d GM1916']],
      [6, MAANDAG, null, ['d GM1916']],
    ];
    for (const [nummer, tijd, reden, paren] of regels)
      await database.sql(
        bron,
        `insert into logboek (trace_id, span_id, parent_span_id, status, name, start_time, end_time, reden, betrokkenen, verantwoordelijken, velden)
         values ($1, $2, $2, 'Ok', 'Query.klant', $3, $3, $4, $5, $6, '{}')`,
        [
          trace(nummer),
          trace(nummer).slice(16),
          tijd,
          reden,
          paren.map((paar) => paar.split(' ')[0]),
          paren.map((paar) => paar.split(' ')[1]),
        ],
      );
    const rijen = await database.sql(
      bron,
      `select week, gemeente, reden, vragen::int, personen::int, traces from noodtoegang_week order by week, reden, gemeente`,
    );
    expect(rijen.map((rij) => Object.values(rij))).toEqual([
      ['2013-W13', 'GM1916', 'NOODTOEGANG_CRISIS', 1, 1, [trace(3)]],
      ['2013-W14', 'GM0629', 'NOODTOEGANG_CRISIS', 1, 1, [trace(1)]],
      ['2013-W14', 'GM1916', 'NOODTOEGANG_CRISIS', 2, 2, [trace(1), trace(2)]],
      ['2013-W14', null, 'NOODTOEGANG_ONBEREIKBAAR', 1, 0, [trace(4)]],
    ]);
  });

  test('is not for the role that serves', async () => {
    const lezer = new Client({ connectionString: database.lezer(bron), options: `-c search_path=${bron}` });
    await lezer.connect();
    try {
      await expect(lezer.query('select from noodtoegang_week')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await lezer.end();
    }
  });
});

test('a reason is of noodtoegang when its code begins with that word, and never else', () => {
  for (const [code, { soort }] of Object.entries(TOEGANGSREDENEN))
    expect([code, code.startsWith('NOODTOEGANG_')]).toEqual([code, soort === 'noodtoegang']);
});
