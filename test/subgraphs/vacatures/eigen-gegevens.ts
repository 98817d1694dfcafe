import type { Client } from 'pg';
import { alsEigenaar } from '../../../subgraphs/chassis/database/als-eigenaar.ts';
import { migreer } from '../../../subgraphs/chassis/database/migreer.ts';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

export const HOVENIER = 'https://linkeddata.competentnl.nl/uwv/id/occupation/57D17BDAA8';
export const KOK = 'https://linkeddata.competentnl.nl/uwv/id/occupation/57D17BDAA9';

/** The scope of the werkgever with this number, for all that is for a werkgever. */
export function alsWerkgever(kvk: string): Groepen {
  const sleutels = [`kvk/${kvk}`];
  return { 'vacature.beheer': sleutels, 'klant.profiel': sleutels, 'klant.contact': sleutels };
}

/** The scope of the regisseur `consulent-lv`, for its own caseload. */
export const REGISSEUR: Groepen = { 'klant.profiel': ['GM0629/consulent-lv', 'GM1916/consulent-lv'] };

/** The scope of somebody who works for the whole of a gemeente. */
export const GEMEENTE: Groepen = { 'klant.profiel': ['GM1916'] };

/** The scope of a klant. */
export function alsInwoner(klant: string): Groepen {
  return { 'klant.profiel': [`klant/${klant}`] };
}

/**
 * Klanten by what is special about them, each with a profiel and a kandidaat's name, presented to the werkgever 90001354
 * in a phase of their own.
 */
const KLANTEN = [
  { klant: 'caseload', fase: 'UITGENODIGD', medewerker: 'consulent-lv' },
  { klant: 'collega', fase: 'VOORGEDRAGEN', medewerker: 'mw-l01' },
  { klant: 'verhuisd', fase: 'GEPLAATST', medewerker: 'consulent-lv', geldig_van: '2013-02-01' },
  { klant: 'afgeschermd', fase: 'UITGENODIGD', medewerker: 'consulent-lv', afgeschermd: true },
  { klant: 'gesloten', fase: 'GEEINDIGD', medewerker: 'consulent-lv', geldig_tot: '2013-04-02' },
  { klant: 'onbekend', fase: 'VOORGEDRAGEN' },
] as const;

/** A database with the tables of vacatures, and in them these klanten, two werkgevers and nothing else. */
export async function maakVacatures(): Promise<Testdatabase> {
  const database = await maakDatabase('keten_leeg');
  await alsEigenaar(database.eigenaar('vacatures'), 'vacatures', async (client) => {
    await migreer(client, new URL('prisma/migrations/', vacatures.map), 'vacatures');
    for (const [tabel, rijen] of Object.entries(TABELLEN)) await voegToe(client, tabel, rijen);
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

const LV = { verantwoordelijke: 'GM1916' };
const WERKGEVER = { kvk: '90001354' };
const ANDER = { kvk: '69599084' };
const VACATURE = { nummer: 'V-1', uren_min: 16, uren_max: 32, gemeente: 'GM1916' };

const TABELLEN = {
  beroep: [
    { code: HOVENIER, naam: 'hovenier' },
    { code: KOK, naam: 'kok' },
  ],
  werkgever: [
    {
      ...WERKGEVER,
      handelsnaam: 'Groen BV',
      is_eenmanszaak: false,
      contact_naam: 'A. de Wit',
      contact_organisatie: 'Werkgeversservicepunt',
      contact_telefoon: '0700000000',
    },
    {
      ...ANDER,
      handelsnaam: 'Eetcafé',
      is_eenmanszaak: true,
      contact_naam: null,
      contact_organisatie: null,
      contact_telefoon: null,
    },
  ],
  vestiging: [
    { vestigingsnummer: '000000000002', ...WERKGEVER, plaats: 'Voorschoten' },
    { vestigingsnummer: '000000000001', ...WERKGEVER, plaats: 'Voorburg' },
    { vestigingsnummer: '000000000003', ...ANDER, plaats: 'Wassenaar' },
  ],
  vacature: [
    {
      id: 'hovenier',
      ...WERKGEVER,
      ...VACATURE,
      naam: 'Hovenier',
      sluitingsdatum: '2013-05-01',
      beroep_code: HOVENIER,
      denkniveau: '3',
      aantal_plaatsen: 3,
      status: 'OPEN',
      geopend_op: '2013-01-15',
      gesloten_op: null,
    },
    {
      id: 'voorman',
      ...WERKGEVER,
      ...VACATURE,
      naam: 'Voorman',
      sluitingsdatum: null,
      beroep_code: HOVENIER,
      denkniveau: null,
      aantal_plaatsen: 1,
      status: 'VERVULD',
      geopend_op: '2012-12-01',
      gesloten_op: '2013-02-01',
    },
    {
      id: 'kok',
      ...ANDER,
      ...VACATURE,
      naam: 'Kok',
      sluitingsdatum: null,
      beroep_code: KOK,
      denkniveau: '2',
      aantal_plaatsen: 1,
      status: 'OPEN',
      geopend_op: '2013-02-01',
      gesloten_op: null,
    },
  ],
  klantbereik: [
    ...KLANTEN.flatMap(({ klant, ...rest }) =>
      'medewerker' in rest
        ? [
            {
              klant_id: klant,
              ...LV,
              medewerker: rest.medewerker,
              afgeschermd: 'afgeschermd' in rest,
              geldig_van: 'geldig_van' in rest ? rest.geldig_van : '2012-01-01',
              geldig_tot: 'geldig_tot' in rest ? rest.geldig_tot : null,
            },
          ]
        : [],
    ),
    {
      klant_id: 'verhuisd',
      verantwoordelijke: 'GM0629',
      medewerker: 'consulent-lv',
      afgeschermd: false,
      geldig_van: '2012-01-01',
      geldig_tot: '2013-02-01',
    },
  ],
  profiel: KLANTEN.map(({ klant }) => ({
    klant_id: klant,
    postcode: '2264AB',
    reisafstand: 15,
    uren_min: 24,
    uren_max: 36,
    ...LV,
  })),
  profiel_beroep: KLANTEN.flatMap(({ klant }) =>
    [KOK, HOVENIER].map((beroep_code) => ({ klant_id: klant, beroep_code, ...LV })),
  ),
  voordracht: [
    ...KLANTEN.map(({ klant, fase }, i) => ({
      id: klant,
      ...WERKGEVER,
      vacature_id: 'hovenier',
      klant_id: klant,
      fase,
      datum: `2013-03-0${i + 1}`,
      volgende_stap: fase === 'GEEINDIGD' ? null : 'Kennismaken',
      fase_sinds: '2013-03-20',
      ...LV,
    })),
    {
      id: 'verhuisd-oud',
      ...WERKGEVER,
      vacature_id: 'voorman',
      klant_id: 'verhuisd',
      fase: 'GEEINDIGD',
      datum: '2012-12-05',
      volgende_stap: null,
      fase_sinds: '2013-01-05',
      verantwoordelijke: 'GM0629',
    },
    {
      id: 'ander',
      ...ANDER,
      vacature_id: 'kok',
      klant_id: 'caseload',
      fase: 'UITGENODIGD',
      datum: '2013-03-25',
      volgende_stap: 'Proefdag',
      fase_sinds: '2013-03-26',
      ...LV,
    },
  ],
  kandidaat_naam: [
    ...KLANTEN.map(({ klant }) => ({
      voordracht_id: klant,
      ...WERKGEVER,
      klant_id: klant,
      naam: `naam van ${klant}`,
      ...LV,
    })),
    { voordracht_id: 'ander', ...ANDER, klant_id: 'caseload', naam: 'naam van ander', ...LV },
  ],
  plaatsing: [
    ['loopt', WERKGEVER, 'verhuisd', 'verhuisd', '2013-03-11', null],
    ['laatste-dag', WERKGEVER, null, 'caseload', '2013-01-11', '2013-04-02'],
    ['voorbij', WERKGEVER, null, 'collega', '2012-10-11', '2013-04-01'],
    ['elders', ANDER, null, 'collega', '2013-02-11', null],
  ].map(([id, bij, voordracht_id, klant_id, begin, einde]) => ({
    id,
    ...(bij as typeof WERKGEVER),
    voordracht_id,
    klant_id,
    soort: 'REGULIER',
    begin,
    einde,
    uren: 32,
    naam: `naam van ${String(klant_id)}`,
    ...LV,
  })),
} as const;
