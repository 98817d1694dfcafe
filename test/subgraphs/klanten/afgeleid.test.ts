import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

const KLANTEN = ['klant-1', 'klant-2', 'klant-3'];
const GEMEENTEN = ['GM0394', 'GM0629'];

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_leeg');
  await alsEigenaar(database.eigenaar('klanten'), 'klanten', async (client) => {
    await migreer(client, new URL('prisma/migrations/', klanten.map), 'klanten');
    await voegToe(
      client,
      'gemeente',
      GEMEENTEN.map((code) => ({ code, naam: code })),
    );
    await voegToe(client, 'huishouden', [{ id: 'huishouden', verantwoordelijke: 'GM0394' }]);
    const persoon = { huishouden_id: 'huishouden', geboortedatum: '1980-01-01', verantwoordelijke: 'GM0394' };
    await voegToe(
      client,
      'klant',
      KLANTEN.map((id, i) => ({ id, naam: id, bsn: `99990000${i}`, ...persoon })),
    );
    await voegToe(client, 'uitkering', [
      {
        id: 'uitkering',
        huishouden_id: 'huishouden',
        regeling: 'WWB',
        leefvorm: 'PAAR',
        ingangsdatum: '2012-01-01',
        verantwoordelijke: 'GM0394',
      },
    ]);
    await voegToe(
      client,
      'melding',
      KLANTEN.flatMap((klant_id) =>
        GEMEENTEN.map((verantwoordelijke) => ({
          id: meldingVan(klant_id, verantwoordelijke),
          klant_id,
          datum: '2012-01-01',
          kanaal: 'BALIE',
          verantwoordelijke,
        })),
      ),
    );
  });
});
afterAll(() => database.weg());

function meldingVan(klantId: string, gemeente: string): string {
  return `melding van ${klantId} in ${gemeente}`;
}

/** Runs `werk` as the owner and undoes what it did. */
async function proef(werk: (client: Client) => Promise<void>): Promise<void> {
  await alsEigenaar(database.eigenaar('klanten'), 'klanten', async (client) => {
    await client.query('begin');
    try {
      await werk(client);
    } finally {
      await client.query('rollback');
    }
  });
}

async function voegToe(client: Client, tabel: string, rijen: readonly object[]): Promise<void> {
  const [eerste] = rijen;
  if (eerste === undefined) return;
  const kolommen = Object.keys(eerste).join(', ');
  await client.query(
    `insert into ${tabel} (${kolommen}) select ${kolommen} from jsonb_populate_recordset(null::${tabel}, $1::jsonb)`,
    [JSON.stringify(rijen)],
  );
}

const rijen = async (client: Client, sql: string): Promise<readonly unknown[]> =>
  (await client.query<Record<string, unknown>>(sql)).rows;

const dag = fc
  .tuple(
    fc.integer({ min: 2012, max: 2013 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((delen) => delen.map((deel) => String(deel).padStart(2, '0')).join('-'));
const gemeente = fc.constantFrom(...GEMEENTEN);
const metId = <T extends object>(lijst: readonly T[]) => lijst.map((rij, i) => ({ id: `id-${i}`, ...rij }));

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
      proef(async (client) => {
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
  select sleutel, w.soort, uiterlijk::text, id, b.klant_id, b.verantwoordelijke, geldig_van::text, geldig_tot::text
  from klantbereik b
  cross join lateral unnest(array[sleutel_gemeente, sleutel_regie]) as sleutel
  join (select 'TAAK' as soort, id, klant_id, verantwoordelijke, uiterlijk from taak where klaar_op is null
    union all select 'AANVRAAG', id, klant_id, verantwoordelijke, uiterlijk from aanvraag where afgehandeld_op is null) w
    using (klant_id, verantwoordelijke)
  where sleutel is not null order by 1, 2, 3, 4, 7`;
const WERKLIJST = `
  select sleutel, soort, uiterlijk::text, id, klant_id, verantwoordelijke, geldig_van::text, geldig_tot::text
  from werklijst order by 1, 2, 3, 4, 7`;

test('the werklijst equals a recount, whatever opens, is done, moves or comes under somebody else', async () => {
  await fc.assert(
    fc.asyncProperty(taken, aanvragen, bereiken, fc.nat({ max: 9 }), async (teDoen, gevraagd, wie, nummer) =>
      proef(async (client) => {
        const gelijk = async () => expect(await rijen(client, WERKLIJST)).toEqual(await rijen(client, WERK));
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
      }),
    ),
    { numRuns: 40 },
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
  await proef(async (client) => {
    await expect(client.query(sql)).rejects.toMatchObject({
      code: '23001',
      message: `a row of ${tabel} is never changed: a correction is another row`,
    });
  });
});
