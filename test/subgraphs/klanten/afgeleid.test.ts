import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Testdatabase } from '../../setup/maak-database.ts';
import {
  dag,
  databaseZonderDossiers,
  gemeente,
  KLANTEN,
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

const mutaties = fc
  .array(
    fc.record({
      uitkering_id: fc.constant('uitkering'),
      soortEnAantal: fc.constantFrom(
        { soort: 'INSTROOM', aantal: 1 },
        { soort: 'UITSTROOM', aantal: -1 },
        { soort: 'ADMINISTRATIEF', aantal: 1 },
        { soort: 'ADMINISTRATIEF', aantal: -1 },
      ),
      geldig_op: dag,
      verwerkt_op: dag,
      leefvorm: fc.constantFrom('EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR'),
      verantwoordelijke: gemeente,
    }),
    { maxLength: 25 },
  )
  .map((lijst) => metId(lijst.map(({ soortEnAantal, ...rij }) => ({ ...rij, ...soortEnAantal }))));

const indelingen = fc.uniqueArray(
  fc.record({
    klant_id: fc.constantFrom(...KLANTEN),
    stelsel: fc.constantFrom('TREDE', 'DOELGROEP'),
    waarde: fc.constantFrom('1', '2', '3'),
    geldig_van: dag,
    geldig_tot: fc.option(dag.map((tekst) => tekst.replace(/^20/, '21'))),
    verwerkt_op: dag,
    hoofdontvanger: fc.boolean(),
    verantwoordelijke: gemeente,
  }),
  { maxLength: 15, selector: ({ klant_id, stelsel, geldig_van }) => `${klant_id} ${stelsel} ${geldig_van}` },
);

/** The counts of a month counted anew from the rows they follow from. */
const HERTELLING = `
  select gemeente, uitsplitsing, waarde, geldig_maand, verwerkt_maand, soort, sum(aantal)::text as aantal from (
    select verantwoordelijke as gemeente, 'TOTAAL' as uitsplitsing, '' as waarde,
      left(geldig_op::text, 7) as geldig_maand, left(verwerkt_op::text, 7) as verwerkt_maand, soort, aantal from mutatie
    union all
    select verantwoordelijke, 'LEEFVORM', leefvorm, left(geldig_op::text, 7), left(verwerkt_op::text, 7), soort, aantal
      from mutatie
    union all
    select verantwoordelijke, 'TOTAAL', '', left(geldig_van::text, 7), left(verwerkt_op::text, 7), 'OP_TREDE_BEGIN', 1
      from indeling where stelsel = 'TREDE' and hoofdontvanger
    union all
    select verantwoordelijke, 'TOTAAL', '', left(geldig_tot::text, 7), left(verwerkt_op::text, 7), 'OP_TREDE_EIND', -1
      from indeling where stelsel = 'TREDE' and hoofdontvanger and geldig_tot is not null
  ) as los group by 1, 2, 3, 4, 5, 6 having sum(aantal) <> 0 order by 1, 2, 3, 4, 5, 6`;
const GEHOUDEN = `
  select gemeente, uitsplitsing, waarde, geldig_maand, verwerkt_maand, soort, aantal::text from maandmutatie
  order by 1, 2, 3, 4, 5, 6`;

test('the counts of a month equal a recount, row by row, whatever is added and taken away', async () => {
  await fc.assert(
    fc.asyncProperty(mutaties, indelingen, fc.array(fc.nat({ max: 24 })), async (gedaan, ingedeeld, weg) =>
      proef(database, async (client) => {
        await voegToe(client, 'mutatie', gedaan.slice(0, 10));
        await voegToe(client, 'indeling', ingedeeld);
        await voegToe(client, 'mutatie', gedaan.slice(10));
        await client.query('delete from mutatie where id = any ($1)', [weg.map((nummer) => `id-${nummer}`)]);
        expect(await rijen(client, GEHOUDEN)).toEqual(await rijen(client, HERTELLING));
        await client.query(`delete from indeling where klant_id = $1`, [KLANTEN[0]]);
        expect(await rijen(client, GEHOUDEN)).toEqual(await rijen(client, HERTELLING));
        await client.query('delete from mutatie; delete from indeling');
        expect(await rijen(client, GEHOUDEN)).toEqual([]);
      }),
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['mutatie', `update mutatie set aantal = 1`],
  ['mutatie', `truncate mutatie`],
  ['indeling', `update indeling set waarde = '2'`],
  ['taak', `update taak set uiterlijk = '2013-01-01'`],
  ['aanvraag', `update aanvraag set uiterlijk = '2013-01-01'`],
  ['klantbereik', `update klantbereik set verantwoordelijke = 'GM0629'`],
])('a change of %s that would leave what follows from it behind is refused', async (tabel, sql) => {
  await proef(database, async (client) => {
    await expect(client.query(sql)).rejects.toMatchObject({
      code: '23001',
      message: `a row of ${tabel} is never changed: a correction is another row`,
    });
  });
});
