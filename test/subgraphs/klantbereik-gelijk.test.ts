import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SUBGRAPHS } from '../../schema/codelijsten/subgraphs.ts';
import { bereikbestanden } from '../../subgraphs/chassis/bereik/bereikbestanden.ts';
import { leesCsv } from '../../subgraphs/chassis/database/lees-csv.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';
import type { Bereik } from './klantbereik-gevallen.ts';

/** The peildatum. */
const VANDAAG = '2013-04-02';

/** The tables that are the same in every subgraph. */
const TABELLEN = ['klantbereik', 'klantpartij', 'klantsleutel'];
const MIGRATIE = 'prisma/migrations/20261124000000_klantsleutel/migration.sql';

const REGELS = bereikbestanden
  .filter(({ tabel }) => tabel === 'klantbereik')
  .flatMap(
    (bestand) =>
      leesCsv(bestand, leesBytes('trajecten', bestand.bestand)) as readonly unknown[] as readonly Bereik[],
  );

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
});
afterAll(() => database.weg());

describe.each(Object.keys(SUBGRAPHS))('klantbereik in %s', (naam) => {
  test.each(TABELLEN)(
    'has table %s the same, under the same indexes, triggers and policy, as trajecten',
    async (tabel) => {
      expect(await definitie(naam, tabel)).toEqual(await definitie('trajecten', tabel));
    },
  );

  test('is made by the same bytes as in trajecten', () => {
    expect(leesBestand(naam, MIGRATIE)).toBe(leesBestand('trajecten', MIGRATIE));
  });

  test('is loaded from the same bytes as in trajecten', async () => {
    for (const { bestand } of bereikbestanden)
      expect(leesBytes(naam, bestand)).toBe(leesBytes('trajecten', bestand));
    const [aantal] = await database.sql(naam, 'select count(*)::int as aantal from klantbereik');
    expect(aantal).toEqual({ aantal: REGELS.length });
  });

  test('reaches nobody before it is said which day it is, nor before it is said who asks', async () => {
    const lezer = new Client({ connectionString: database.lezer(naam), options: `-c search_path=${naam}` });
    await lezer.connect();
    try {
      const aantal = async (bereik: string, vandaag: string): Promise<number> => {
        await lezer.query(
          `select set_config('keten.bereik_personen', $1, false), set_config('keten.vandaag', $2, false)`,
          [bereik, vandaag],
        );
        return (await lezer.query('select from klantbereik')).rows.length;
      };
      expect((await lezer.query('select from klantbereik')).rows).toEqual([]);
      expect(await aantal('GM1916', '')).toBe(0);
      expect(await aantal('', VANDAAG)).toBe(0);
      expect(await aantal('GM1916', VANDAAG)).toBeGreaterThan(1_000);
    } finally {
      await lezer.end();
    }
  });
});

/** The columns, constraints, indexes, triggers and policies of a table, without the name of the subgraph. */
async function definitie(naam: string, tabel: string): Promise<readonly unknown[]> {
  const delen = await database.sql(
    naam,
    `select 'kolom' as soort, a.attname::text as naam,
       concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, pg_get_expr(d.adbin, d.adrelid)) as tekst
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
     union all
     select 'beperking', conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = $1::regclass
     union all
     select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
     where indrelid = $1::regclass and indexrelid::regclass::text <> 'klantbereik_partner'
     union all
     select 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger where tgrelid = $1::regclass and tgname like 'sleutels%'
     union all
     select 'beleid', polname, concat_ws(' ', polcmd, polroles::regrole[], pg_get_expr(polqual, polrelid)) from pg_policy
     where polrelid = $1::regclass
     union all
     select 'rijbeveiliging', '', concat_ws(' ', relrowsecurity, relforcerowsecurity) from pg_class
     where oid = $1::regclass
     order by 1, 2`,
    [tabel],
  );
  return delen.map(({ soort, naam: deel, tekst }) => [
    soort,
    deel,
    String(tekst).replaceAll(naam, 'subgraph'),
  ]);
}

function leesBytes(naam: string, bestand: string): string {
  return leesBestand(naam, `bronnen/${bestand}`);
}

function leesBestand(naam: string, pad: string): string {
  return readFileSync(new URL(`../../subgraphs/${naam}/${pad}`, import.meta.url), 'utf8');
}

describe('the klantbereik of the dossiers', () => {
  const perKlant = [...Map.groupBy(REGELS, ({ klant_id }) => klant_id).values()];

  test('has on every day at most one row of a klant at one gemeente', () => {
    for (const rijen of perKlant) {
      for (const eigen of Map.groupBy(rijen, ({ verantwoordelijke }) => verantwoordelijke).values()) {
        const opVolgorde = eigen.toSorted((a, b) => (a.geldig_van < b.geldig_van ? -1 : 1));
        for (const [i, { geldig_van }] of opVolgorde.entries()) {
          const vorige = opVolgorde[i - 1];
          expect(
            vorige === undefined || (vorige.geldig_tot !== null && vorige.geldig_tot <= geldig_van),
          ).toBe(true);
        }
      }
    }
  });

  test('names partners who have rows themselves, and each other', () => {
    const paren = REGELS.filter(({ partner_id }) => partner_id !== null);
    const namen = new Set(paren.map(({ klant_id, partner_id }) => `${klant_id} ${partner_id}`));
    expect(paren.filter(({ klant_id, partner_id }) => !namen.has(`${partner_id} ${klant_id}`))).toEqual([]);
  });

  test('has the cases that the questions are about', () => {
    const van = (einde: string) => REGELS.filter(({ klant_id }) => klant_id.endsWith(`6f6d${einde}`));
    const opDag = (einde: string) =>
      van(einde).filter(
        ({ geldig_van, geldig_tot }) =>
          geldig_van <= VANDAAG && (geldig_tot === null || VANDAAG < geldig_tot),
      );
    // Moved from Wassenaar to Leidschendam-Voorburg on 1 February 2013.
    expect(van('0104').map((bereik) => [bereik.verantwoordelijke, bereik.geldig_tot])).toEqual([
      ['GM0629', '2013-02-01'],
      ['GM1916', null],
    ]);
    // Came to consulent-lv and left her on the same day.
    expect(opDag('0105').map(({ medewerker }) => medewerker)).toEqual(['consulent-lv']);
    expect(opDag('0106').map(({ medewerker }) => medewerker)).toEqual(['mw-l03']);
    expect(van('0106').map(({ medewerker }) => medewerker)).toContain('consulent-lv');
    expect(opDag('0107')).toEqual([]);
    expect(opDag('0108').map(({ afgeschermd }) => afgeschermd)).toEqual([true]);
    // A partner of another regisseur.
    const [klant] = opDag('010b');
    const [partner] = opDag('010c');
    expect(klant?.partner_id).toBe(partner?.klant_id);
    expect(klant?.medewerker).not.toBe(partner?.medewerker);
  });
});
