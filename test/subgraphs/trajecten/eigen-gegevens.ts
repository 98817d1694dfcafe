import type { Client } from 'pg';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { trajecten } from '../../../subgraphs/trajecten/trajecten.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

const caseload = ['GM0629/consulent-lv', 'GM1916/consulent-lv'];

/** The scope of the regisseur `consulent-lv`, for its own caseload. */
export const REGISSEUR: Groepen = { traject: caseload, 'klant.bijzonder': caseload };

/** The scope of somebody who works for the whole of a gemeente. */
export const GEMEENTE: Groepen = { traject: ['GM1916'], 'klant.bijzonder': ['GM1916'] };

/** A klant: who reaches him, and what runs for him on the peildatum, 2013-04-02. */
interface Klant {
  readonly id: string;
  readonly partner?: string;
  readonly medewerker?: string;
  readonly geldig_van?: string;
  readonly geldig_tot?: string;
  readonly afgeschermd?: boolean;
}

/** A database with the tables of trajecten, and nothing in them but these rows. */
export async function maakTrajecten(
  tabellen: Readonly<Record<string, readonly object[]>>,
): Promise<Testdatabase> {
  const database = await maakDatabase('keten_leeg');
  await alsEigenaar(database.eigenaar('trajecten'), 'trajecten', async (client) => {
    await migreer(client, new URL('prisma/migrations/', trajecten.map), 'trajecten');
    for (const [tabel, rijen] of Object.entries(tabellen)) await voegToe(client, tabel, rijen);
  });
  return database;
}

/** Inserts rows that name the same columns. */
export async function voegToe(client: Client, tabel: string, rijen: readonly object[]): Promise<void> {
  const kolommen = Object.keys(rijen[0] ?? {}).join(', ');
  await client.query(
    `insert into ${tabel} (${kolommen}) select ${kolommen} from jsonb_populate_recordset(null::${tabel}, $1::jsonb)`,
    [JSON.stringify(rijen)],
  );
}

/** A row of klantbereik at Leidschendam-Voorburg, by default in the caseload of consulent-lv. */
export function bereikVan({
  id,
  partner,
  medewerker = 'consulent-lv',
  geldig_van = '2012-01-01',
  geldig_tot,
  afgeschermd = false,
}: Klant): object {
  return {
    klant_id: id,
    verantwoordelijke: 'GM1916',
    medewerker,
    partner_id: partner ?? null,
    afgeschermd,
    geldig_van,
    geldig_tot: geldig_tot ?? null,
  };
}

/** A traject of a klant, which runs unless it is said otherwise. */
export function trajectVan(klant_id: string, anders: object = {}): object {
  return {
    id: `traject van ${klant_id}`,
    klant_id,
    programma: null,
    aanbieder_id: null,
    aangemeld_op: '2012-05-01',
    begin: '2012-06-01',
    einde: null,
    status: 'LOPEND',
    uitkomst: null,
    verantwoordelijke: 'GM1916',
    ...anders,
  };
}

/** Klanten by what is special about them, each with something in every table. */
export const KLANTEN = ['afgeschermd', 'caseload', 'collega', 'gesloten', 'onbekend', 'verhuisd'] as const;
const LV = { verantwoordelijke: 'GM1916' };
const WASSENAAR = { verantwoordelijke: 'GM0629' };

/** These klanten, and a subsidie for each of two werkgevers. */
export const TABELLEN: Readonly<Record<string, readonly object[]>> = {
  klantbereik: [
    bereikVan({ id: 'afgeschermd', afgeschermd: true }),
    bereikVan({ id: 'caseload' }),
    bereikVan({ id: 'collega', medewerker: 'mw-l01' }),
    bereikVan({ id: 'gesloten', geldig_tot: '2013-04-02' }),
    { ...bereikVan({ id: 'verhuisd', geldig_tot: '2013-02-01' }), ...WASSENAAR },
    bereikVan({ id: 'verhuisd', geldig_van: '2013-02-01' }),
  ],
  programma: [
    { code: 'LEREN', gemeente: 'GM1916', naam: 'Leren', geldig_van: '2010-01-01' },
    { code: 'LEREN', gemeente: 'GM1916', naam: 'Leren en werken', geldig_van: '2013-01-01' },
    { code: 'LEREN', gemeente: 'GM1916', naam: 'Straks', geldig_van: '2013-05-01' },
    { code: 'LEREN', gemeente: 'GM0629', naam: 'Leren in Wassenaar', geldig_van: '2010-01-01' },
  ],
  aanbieder: [{ id: 'a', naam: 'Baanbrug' }],
  traject: [
    ...KLANTEN.map((id) => trajectVan(id, { programma: 'LEREN', aanbieder_id: 'a' })),
    trajectVan('caseload', { id: 'gepland', begin: null, status: 'GEPLAND' }),
    trajectVan('caseload', { id: 'eerder', begin: '2012-05-01', einde: '2012-05-31', status: 'AFGEROND' }),
    trajectVan('verhuisd', { id: 'in Wassenaar', programma: 'LEREN', ...WASSENAAR }),
  ],
  voorziening: KLANTEN.map((id) => ({
    id,
    klant_id: id,
    soort: 'JOBCOACH',
    datum_start: '2013-01-01',
    ...LV,
  })),
  loonwaardemeting: KLANTEN.map((id) => ({ klant_id: id, datum: '2013-01-01', promille: 625, ...LV })),
  loonkostensubsidie: ['69599084', '90001354'].map((kvk) => ({
    id: `subsidie van ${kvk}`,
    kvk,
    plaatsing_id: `plaatsing bij ${kvk}`,
    klant_id: 'caseload',
    datum_beschikking: '2012-12-01',
    promille: 375,
    start: '2013-01-01',
    einde: '2013-12-31',
    ...LV,
  })),
};
