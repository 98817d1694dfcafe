import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { ALTIJD, EERSTE } from '../../../subgraphs/klanten/loaders/werklijst-lezer.ts';
import type { KlantenLoaders } from '../../../subgraphs/klanten/loaders.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';
import { type Leesplan, verklaarStatements } from '../../setup/verklaar-statements.ts';

/**
 * Two caseloads of one gemeente: ten klanten under one medewerker, a thousand under the other, and 5.000 of others. The
 * third has ten as well, beside a thousand who were hers, and a thousand who will be.
 */
const TIEN = 'GM0603/mw-tien';
const DUIZEND = 'GM0603/mw-duizend';
const ANDEREN = 'GM1783/mw-ander';
const WISSELEND = 'GM0603/mw-wisselend';

/** Rows on a page. */
const BLADZIJDE = 5;

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  const sleutels = [
    { sleutel: TIEN, aantal: 10 },
    { sleutel: DUIZEND, aantal: 1_000 },
    { sleutel: ANDEREN, aantal: 5_000 },
  ];
  for (const [i, { sleutel, aantal }] of sleutels.entries()) {
    const [gemeente = '', medewerker = ''] = sleutel.split('/');
    await database.sql('klanten', vul(`proef${i}`, gemeente, medewerker, i * 100_000, aantal));
  }
  // In the order of keys those who were hers and those who will be come before those who are.
  for (const [i, { dagen, aantal }] of WISSELINGEN.entries()) {
    await database.sql(
      'klanten',
      vul(`anders${i}`, 'GM0603', 'mw-wisselend', 300_000 + i * 10_000, aantal, dagen),
    );
  }
  await database.sql('klanten', 'vacuum analyze');
}, 180_000);
afterAll(() => database.weg());

const WISSELINGEN = [
  { dagen: `date '2012-01-01', date '2013-03-15'`, aantal: 1_000 },
  { dagen: `date '2013-05-01', null`, aantal: 1_000 },
  { dagen: `date '2012-01-01', null`, aantal: 10 },
];

/** Klanten, each with an uitkering, an open taak and an open aanvraag; every table gets them in one statement. */
function vul(
  naam: string,
  gemeente: string,
  medewerker: string,
  eerste: number,
  aantal: number,
  dagen = `date '2012-01-01', null`,
): string {
  const rijen = `from generate_series(1, ${aantal}) n`;
  const id = (soort: string): string => `'${naam}-${soort}-' || lpad(n::text, 6, '0')`;
  const dag = `date '2013-05-01' + (n * 37) % 300`;
  return `
    insert into huishouden select ${id('h')}, '${gemeente}' ${rijen};
    insert into klant select ${id('k')}, ${id('h')}, (${100_000_000 + eerste} + n)::text, 'Proef', date '1980-01-01', '${gemeente}' ${rijen};
    insert into klantbereik (klant_id, verantwoordelijke, medewerker, afgeschermd, geldig_van, geldig_tot)
      select ${id('k')}, '${gemeente}', '${medewerker}', false, ${dagen} ${rijen};
    insert into uitkering (id, huishouden_id, regeling, leefvorm, ingangsdatum, verantwoordelijke)
      select ${id('u')}, ${id('h')}, 'WWB', 'PAAR', date '2012-01-01', '${gemeente}' ${rijen};
    insert into rechthebbende select ${id('u')}, 1, ${id('k')}, '${gemeente}' ${rijen};
    insert into regie select ${id('k')}, 'REGISSEUR', '${medewerker}', 'Team', date '2012-01-01', null, '${gemeente}' ${rijen};
    insert into indeling select ${id('k')}, 'TREDE', '2', date '2012-01-01', null, date '2012-01-01', true, '${gemeente}' ${rijen};
    insert into melding select ${id('m')}, ${id('k')}, date '2012-01-01', 'BALIE', '${gemeente}' ${rijen};
    insert into aanvraag (id, klant_id, melding_id, ingediend_op, dagen_opgeschort, is_verlengd, uiterlijk, verantwoordelijke)
      select ${id('a')}, ${id('k')}, ${id('m')}, date '2012-01-01', 0, false, ${dag}, '${gemeente}' ${rijen};
    insert into taak (id, klant_id, soort, uiterlijk, grondslag, verantwoordelijke)
      select ${id('t')}, ${id('k')}, 'HERONDERZOEK', ${dag}, 'WWB art. 53a', '${gemeente}' ${rijen}`;
}

type Lees = (loaders: KlantenLoaders) => Promise<readonly { readonly id: string }[]>;

/** What a page of a list costs under a sleutel, with the dossiers of all who are on it. */
async function meet(sleutel: string, lees: Lees): Promise<readonly Leesplan[]> {
  const groepen = {
    'klant.identificerend': [sleutel],
    'klant.dossier': [sleutel],
    'klant.dossier.kern': [sleutel],
    bezwaar: [sleutel],
  };
  return verklaarStatements(database.lezer('klanten'), 'klanten', () =>
    metLoaders(klanten, database, { filter: groepen, rijbeveiliging: groepen }, async (loaders) => {
      expect(await lees(loaders)).toHaveLength(BLADZIJDE);
    }),
  );
}

const werk = { na: EERSTE, totEnMet: ALTIJD, aantal: BLADZIJDE };
const LIJSTEN: readonly (readonly [string, Lees])[] = [
  ['klanten', ({ klanten: lees }) => lees('', BLADZIJDE)],
  [
    'klanten with their dossiers',
    async (loaders) => {
      const gelezen = await loaders.klanten('', BLADZIJDE);
      const ids = gelezen.map(({ id }) => id);
      for (const loader of [loaders.klant, loaders.uitkeringenVanKlant, loaders.regie, loaders.indelingen])
        await loader.loadMany(ids);
      await loaders.aanvragen.loadMany(ids);
      const huishoudens = gelezen.map(({ huishoudenId }) => huishoudenId);
      await loaders.huishouden.loadMany(huishoudens);
      await loaders.uitkeringenVanHuishouden.loadMany(huishoudens);
      return gelezen;
    },
  ],
  ['taken', ({ taken }) => taken(werk)],
  ['open aanvragen', ({ openAanvragen }) => openAanvragen(werk)],
];

describe('a page costs a page, whatever lies beyond it', () => {
  test.each(LIJSTEN)('of %s', async (_naam, lees) => {
    const [tien, duizend] = [await meet(TIEN, lees), await meet(DUIZEND, lees)];
    expect(duizend.map(({ sql }) => sql)).toEqual(tien.map(({ sql }) => sql));
    expect(duizend.map(({ rijen }) => rijen)).toEqual(tien.map(({ rijen }) => rijen));
  });

  test.each(LIJSTEN)('of %s, also for who had many others and will have more', async (_naam, lees) => {
    const [tien, wisselend] = [await meet(TIEN, lees), await meet(WISSELEND, lees)];
    expect(wisselend.map(({ rijen }) => rijen)).toEqual(tien.map(({ rijen }) => rijen));
  });

  // norm is a code list of a few lines: read whole it is read fastest.
  test.each(LIJSTEN)('of %s, and no table of persons is read from begin to end', async (_naam, lees) => {
    for (const sleutel of [DUIZEND, ANDEREN]) {
      const doorlopen = (await meet(sleutel, lees)).flatMap((plan) => plan.doorlopen);
      expect(doorlopen.filter((tabel) => tabel !== 'norm')).toEqual([]);
    }
  });
});
