import fc from 'fast-check';
import type { Client } from 'pg';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

/** Who is there in a database without dossiers. */
export const KLANTEN = ['klant-1', 'klant-2', 'klant-3'];
export const GEMEENTEN = ['GM0394', 'GM0629'];

/** A database of klanten with persons and meldingen to hang rows on, and nothing else. */
export async function databaseZonderDossiers(): Promise<Testdatabase> {
  const database = await maakDatabase('keten_leeg');
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
  return database;
}

/** The key of the melding of a klant in a gemeente. */
export function meldingVan(klantId: string, gemeente: string): string {
  return `melding van ${klantId} in ${gemeente}`;
}

/** Runs `werk` as the owner and undoes what it did. */
export async function proef(database: Testdatabase, werk: (client: Client) => Promise<void>): Promise<void> {
  await alsEigenaar(database.eigenaar('klanten'), 'klanten', async (client) => {
    await client.query('begin');
    try {
      await werk(client);
    } finally {
      await client.query('rollback');
    }
  });
}

/** Adds rows, in one statement, with the columns of the first. */
export async function voegToe(client: Client, tabel: string, rijen: readonly object[]): Promise<void> {
  const [eerste] = rijen;
  if (eerste === undefined) return;
  const kolommen = Object.keys(eerste).join(', ');
  await client.query(
    `insert into ${tabel} (${kolommen}) select ${kolommen} from jsonb_populate_recordset(null::${tabel}, $1::jsonb)`,
    [JSON.stringify(rijen)],
  );
}

/** What a query gives. */
export const rijen = async (client: Client, sql: string): Promise<readonly unknown[]> =>
  (await client.query<Record<string, unknown>>(sql)).rows;

/** A day of 2012 or 2013. */
export const dag = fc
  .tuple(
    fc.integer({ min: 2012, max: 2013 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((delen) => delen.map((deel) => String(deel).padStart(2, '0')).join('-'));
export const gemeente = fc.constantFrom(...GEMEENTEN);
/** Rows with a key each: `id-0`, `id-1`. */
export const metId = <T extends object>(lijst: readonly T[]) =>
  lijst.map((rij, i) => ({ id: `id-${i}`, ...rij }));
