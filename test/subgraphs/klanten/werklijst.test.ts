import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Testdatabase } from '../../setup/maak-database.ts';
import {
  dag,
  databaseZonderDossiers,
  gemeente,
  KLANTEN,
  meldingVan,
  metId,
  proef,
  rijen,
  voegToe,
} from './zonder-dossiers.ts';

let database: Testdatabase;
beforeAll(async () => {
  database = await databaseZonderDossiers();
});
afterAll(() => database.weg());

const taken = fc
  .array(
    fc.record({
      klant_id: fc.constantFrom(...KLANTEN),
      soort: fc.constantFrom('HERONDERZOEK', 'TREDEMETING'),
      uiterlijk: dag,
      grondslag: fc.constant('Participatiewet art. 53a'),
      klaar_op: fc.option(dag),
      verantwoordelijke: gemeente,
    }),
    { maxLength: 10 },
  )
  .map(metId);

const aanvragen = fc
  .array(
    fc.record({
      klant_id: fc.constantFrom(...KLANTEN),
      ingediend_op: fc.constant('2012-01-01'),
      dagen_opgeschort: fc.constant(0),
      is_verlengd: fc.constant(false),
      uiterlijk: dag,
      afgehandeld_op: fc.option(dag),
      verantwoordelijke: gemeente,
    }),
    { maxLength: 10 },
  )
  .map((lijst) =>
    metId(lijst.map((rij) => ({ ...rij, melding_id: meldingVan(rij.klant_id, rij.verantwoordelijke) }))),
  );

const bereiken = fc.uniqueArray(
  fc.record({
    klant_id: fc.constantFrom(...KLANTEN),
    verantwoordelijke: gemeente,
    medewerker: fc.option(fc.constantFrom('mw-1', 'mw-2')),
    afgeschermd: fc.boolean(),
    geldig_van: dag,
    geldig_tot: fc.option(dag.map((tekst) => tekst.replace(/^20/, '21'))),
  }),
  {
    maxLength: 8,
    selector: ({ klant_id, verantwoordelijke, geldig_van }) =>
      `${klant_id} ${verantwoordelijke} ${geldig_van}`,
  },
);

const WERK = `
  select sleutel, w.soort, knoop, uiterlijk::text, id, s.klant_id
  from klantsleutel s
  cross join knopen_van(daterange(geldig_van, geldig_tot)) as k (knoop)
  join (select 'TAAK' as soort, id, klant_id, verantwoordelijke, uiterlijk from taak where klaar_op is null
    union all select 'AANVRAAG', id, klant_id, verantwoordelijke, uiterlijk from aanvraag where afgehandeld_op is null) w
    using (klant_id, verantwoordelijke)
  where sleutel not like 'klant/%' order by 1, 2, 3, 4, 5`;
const WERKLIJST = `
  select sleutel, soort, knoop, uiterlijk::text, id, klant_id from werklijst order by 1, 2, 3, 4, 5`;

const BEREIK = `
  select sleutel, knoop, klant_id, verantwoordelijke
  from klantsleutel cross join knopen_van(daterange(geldig_van, geldig_tot)) as k (knoop) order by 1, 2, 3, 4`;
const KLANTLIJST = 'select * from klantlijst order by 1, 2, 3, 4';

test('the lists equal a recount, whatever opens, is done, moves or comes under somebody else', async () => {
  await fc.assert(
    fc.asyncProperty(taken, aanvragen, bereiken, fc.nat({ max: 9 }), async (teDoen, gevraagd, wie, nummer) =>
      proef(database, async (client) => {
        const gelijk = async () => {
          expect(await rijen(client, WERKLIJST)).toEqual(await rijen(client, WERK));
          expect(await rijen(client, KLANTLIJST)).toEqual(await rijen(client, BEREIK));
        };
        await voegToe(client, 'taak', teDoen);
        await voegToe(client, 'klantbereik', wie);
        await gelijk();
        await voegToe(client, 'aanvraag', gevraagd);
        await gelijk();
        await client.query(`update taak set klaar_op = '2013-03-01' where id = $1`, [`id-${nummer}`]);
        await client.query(`update aanvraag set afgehandeld_op = '2013-03-01' where id = $1`, [
          `id-${nummer}`,
        ]);
        await gelijk();
        await client.query(
          `update klantbereik set medewerker = 'mw-3', afgeschermd = not afgeschermd where klant_id = $1`,
          [KLANTEN[1]],
        );
        await gelijk();
        await client.query(`update taak set klaar_op = null where id = $1`, [`id-${nummer}`]);
        await client.query(`delete from aanvraag where klant_id = $1`, [KLANTEN[2]]);
        await client.query(`delete from klantbereik where verantwoordelijke = 'GM0629'`);
        await gelijk();
        await client.query(`delete from klantbereik`);
        expect(await rijen(client, WERKLIJST)).toEqual([]);
        expect(await rijen(client, 'select from klantlijst')).toEqual([]);
      }),
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('two transactions about one klant leave the werklijst as a recount has it, whoever commits first', async () => {
  const eigenaar = async (werk: (client: Client) => Promise<void>): Promise<void> => {
    const client = new Client({
      connectionString: database.eigenaar('klanten'),
      options: '-c search_path=klanten',
    });
    await client.connect();
    try {
      await werk(client);
    } finally {
      await client.end();
    }
  };
  const taak = (id: string): object => ({
    id,
    klant_id: KLANTEN[0],
    soort: 'HERONDERZOEK',
    uiterlijk: '2013-05-01',
    grondslag: 'WWB art. 53a',
    verantwoordelijke: 'GM0394',
  });
  await eigenaar(async (een) =>
    eigenaar(async (ander) => {
      await voegToe(een, 'klantbereik', [
        {
          klant_id: KLANTEN[0],
          verantwoordelijke: 'GM0394',
          medewerker: 'mw-1',
          afgeschermd: false,
          geldig_van: '2012-01-01',
        },
      ]);
      await voegToe(een, 'taak', [taak('al open')]);
      await een.query('begin');
      await voegToe(een, 'taak', [taak('erbij')]);
      const [wachter] = (await ander.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
      // Waits for the first transaction, and then sees what it did.
      const klaar = ander.query(`update taak set klaar_op = '2013-04-02' where id = 'al open'`);
      const wacht = `select from pg_locks where pid = ${wachter?.pid} and not granted`;
      while ((await rijen(een, wacht)).length === 0);
      await een.query('commit');
      await klaar;
      expect(await rijen(een, WERKLIJST)).toEqual(await rijen(een, WERK));
      expect(await rijen(een, 'select distinct id from werklijst')).toEqual([{ id: 'erbij' }]);
      await een.query('delete from taak; delete from klantbereik');
    }),
  );
});
