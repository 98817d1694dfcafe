import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { ALTIJD, EERSTE } from '../../../subgraphs/klanten/loaders/werklijst-lezer.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { metLoaders } from '../../setup/met-loaders.ts';

const klant = (nummer: string): string => `5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d${nummer}`;

const metBereik = (bereik: readonly string[]): Groepen =>
  Object.fromEntries(
    ['klant.identificerend', 'klant.dossier', 'klant.dossier.kern', 'bezwaar'].map((groep) => [
      groep,
      bereik,
    ]),
  );

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
});
afterAll(() => database.weg());

describe('filter and row-level security each keep the rows of a dossier in alone', () => {
  const wijd = metBereik(['GM1916', 'GM0629']);
  const eng = metBereik(['GM0629']);
  const TABELLEN = ['klantsleutel', 'huishouden', 'regie', 'indeling', 'melding', 'poortgesprek', 'aanvraag'];
  const MEER = ['beschikking', 'bezwaar', 'taak', 'werklijst', 'klant', 'rechthebbende', 'uitkering'];

  const lees = (filter: Groepen, rijbeveiliging: Groepen) =>
    metLoaders(klanten, database, { filter, rijbeveiliging }, async (loaders) => {
      const id = klant('0116');
      const [rij] = await database.sql('klanten', 'select huishouden_id as huis from klant where id = $1', [
        id,
      ]);
      const werk = { na: EERSTE, totEnMet: ALTIJD, aantal: 100 };
      const [aanvraag] = await database.sql('klanten', 'select id from aanvraag where klant_id = $1', [id]);
      const buiten = (rijen: readonly { verantwoordelijke: string }[]): boolean =>
        rijen.some(({ verantwoordelijke }) => verantwoordelijke === 'GM1916');
      return {
        huishouden: (await loaders.huishouden.load(String(rij?.['huis']))) !== null,
        regie: buiten(await loaders.regie.load(id)),
        indelingen: buiten(await loaders.indelingen.load(klant('0101'))),
        aanvragen: buiten(await loaders.aanvragen.load(id)),
        bezwaren: buiten(await loaders.bezwaren.load(String(aanvraag?.['id']))),
        taken: buiten(await loaders.taken(werk)),
        openAanvragen: buiten(await loaders.openAanvragen(werk)),
      };
    });
  const overal = (gezien: boolean) => ({
    huishouden: gezien,
    regie: gezien,
    indelingen: gezien,
    aanvragen: gezien,
    bezwaren: gezien,
    taken: gezien,
    openAanvragen: gezien,
  });

  test('with both open they are seen', async () => {
    expect(await lees(wijd, wijd)).toEqual(overal(true));
  });

  test('row-level security alone', async () => {
    expect(await lees(wijd, eng)).toEqual(overal(false));
    expect(await lees(wijd, {})).toEqual(overal(false));
  });

  test('the filter alone, with row-level security switched off', async () => {
    const zet = (stand: string) =>
      database.sql(
        'klanten',
        [...TABELLEN, ...MEER].map((tabel) => `alter table ${tabel} ${stand} row level security`).join(';'),
      );
    await zet('disable');
    try {
      expect(await lees(wijd, {})).toEqual(overal(true));
      expect(await lees(eng, {})).toEqual(overal(false));
      expect(await lees({}, {})).toEqual(overal(false));
    } finally {
      await zet('enable');
    }
  });
});
