import { GROEPTABELLEN } from './groeptabellen.ts';
import type { Tabel } from './tabel.ts';

/**
 * The tables of the dossiers. Each becomes one CSV file in the folder `bronnen` of its subgraphs; klantbereik and
 * klantpartij are those that every subgraph has.
 */
export const TABELLEN = {
  klantbereik: {
    subgraphs: ['klanten', 'vacatures', 'trajecten', 'financien'],
    kolommen: [
      'klant_id',
      'verantwoordelijke',
      'medewerker',
      'team',
      'vervanger',
      'partner_id',
      'afgeschermd',
      'geldig_van',
      'geldig_tot',
      'bewaren_tot',
    ],
  },
  klantpartij: {
    subgraphs: ['klanten', 'vacatures', 'trajecten', 'financien'],
    kolommen: [
      'klant_id',
      'verantwoordelijke',
      'organisatie',
      'taak',
      'medewerker',
      'geldig_van',
      'geldig_tot',
    ],
  },

  huishouden: { subgraphs: ['klanten'], kolommen: ['id', 'verantwoordelijke'] },
  klant: {
    subgraphs: ['klanten'],
    kolommen: ['id', 'huishouden_id', 'bsn', 'naam', 'geboortedatum', 'verantwoordelijke'],
  },
  uitkering: {
    subgraphs: ['klanten'],
    kolommen: [
      'id',
      'huishouden_id',
      'regeling',
      'leefvorm',
      'ingangsdatum',
      'einddatum',
      'reden_einde',
      'blokkade_reden',
      'blokkade_sinds',
      'verantwoordelijke',
    ],
  },
  rechthebbende: {
    subgraphs: ['klanten'],
    kolommen: ['uitkering_id', 'volgnummer', 'klant_id', 'verantwoordelijke'],
  },
  mutatie: {
    subgraphs: ['klanten'],
    kolommen: [
      'id',
      'uitkering_id',
      'soort',
      'aantal',
      'geldig_op',
      'verwerkt_op',
      'leefvorm',
      'verantwoordelijke',
    ],
  },
  regie: {
    subgraphs: ['klanten'],
    kolommen: ['klant_id', 'rol', 'medewerker', 'team', 'geldig_van', 'geldig_tot', 'verantwoordelijke'],
  },
  indeling: {
    subgraphs: ['klanten'],
    kolommen: [
      'klant_id',
      'stelsel',
      'waarde',
      'geldig_van',
      'geldig_tot',
      'verwerkt_op',
      'hoofdontvanger',
      'verantwoordelijke',
    ],
  },
  melding: {
    subgraphs: ['klanten'],
    kolommen: ['id', 'klant_id', 'datum', 'kanaal', 'verantwoordelijke'],
  },
  poortgesprek: {
    subgraphs: ['klanten'],
    kolommen: ['melding_id', 'klant_id', 'datum', 'uitkomst', 'verantwoordelijke'],
  },
  aanvraag: {
    subgraphs: ['klanten'],
    kolommen: [
      'id',
      'klant_id',
      'melding_id',
      'ingediend_op',
      'hersteltermijn',
      'dagen_opgeschort',
      'is_verlengd',
      'uiterlijk',
      'voorschot_cent',
      'voorschot_op',
      'afgehandeld_op',
      'verantwoordelijke',
    ],
  },
  beschikking: {
    subgraphs: ['klanten'],
    kolommen: ['aanvraag_id', 'klant_id', 'datum', 'besluit', 'verantwoordelijke'],
  },
  bezwaar: {
    subgraphs: ['klanten'],
    kolommen: ['id', 'aanvraag_id', 'klant_id', 'soort', 'ingediend_op', 'uitkomst', 'verantwoordelijke'],
  },
  taak: {
    subgraphs: ['klanten'],
    kolommen: ['id', 'klant_id', 'soort', 'uiterlijk', 'grondslag', 'klaar_op', 'verantwoordelijke'],
  },

  werkgever: {
    subgraphs: ['vacatures'],
    kolommen: [
      'kvk',
      'handelsnaam',
      'is_eenmanszaak',
      'contact_naam',
      'contact_organisatie',
      'contact_telefoon',
    ],
  },
  vestiging: { subgraphs: ['vacatures'], kolommen: ['vestigingsnummer', 'kvk', 'plaats'] },
  beroep: { subgraphs: ['vacatures'], kolommen: ['code', 'naam'] },
  vacature: {
    subgraphs: ['vacatures'],
    kolommen: [
      'id',
      'kvk',
      'nummer',
      'naam',
      'sluitingsdatum',
      'beroep_code',
      'denkniveau',
      'uren_min',
      'uren_max',
      'aantal_plaatsen',
      'status',
      'geopend_op',
      'gesloten_op',
      'gemeente',
    ],
  },
  profiel: {
    subgraphs: ['vacatures'],
    kolommen: ['klant_id', 'postcode', 'reisafstand', 'uren_min', 'uren_max', 'verantwoordelijke'],
  },
  profiel_beroep: { subgraphs: ['vacatures'], kolommen: ['klant_id', 'beroep_code', 'verantwoordelijke'] },
  voordracht: {
    subgraphs: ['vacatures'],
    kolommen: [
      'id',
      'kvk',
      'vacature_id',
      'klant_id',
      'fase',
      'datum',
      'volgende_stap',
      'fase_sinds',
      'verantwoordelijke',
    ],
  },
  kandidaat_naam: {
    subgraphs: ['vacatures'],
    kolommen: [
      'voordracht_id',
      'kvk',
      'klant_id',
      'naam',
      'telefoonnummer',
      'emailadres',
      'opleiding',
      'werkervaring',
      'verantwoordelijke',
    ],
  },
  plaatsing: {
    subgraphs: ['vacatures'],
    kolommen: [
      'id',
      'kvk',
      'voordracht_id',
      'klant_id',
      'soort',
      'begin',
      'einde',
      'uren',
      'naam',
      'verantwoordelijke',
    ],
  },
  benadering: { subgraphs: ['vacatures'], kolommen: ['kvk', 'gemeente', 'kwartaal', 'datum'] },

  programma: { subgraphs: ['trajecten'], kolommen: ['code', 'gemeente', 'naam', 'geldig_van'] },
  aanbieder: { subgraphs: ['trajecten'], kolommen: ['id', 'naam', 'organisatie'] },
  traject: {
    subgraphs: ['trajecten'],
    kolommen: [
      'id',
      'klant_id',
      'programma',
      'aanbieder_id',
      'doel',
      'aangemeld_op',
      'begin',
      'verwacht_einde',
      'einde',
      'status',
      'uitkomst',
      'verantwoordelijke',
    ],
  },
  voorziening: {
    subgraphs: ['trajecten'],
    kolommen: ['id', 'klant_id', 'soort', 'datum_start', 'datum_einde', 'verantwoordelijke'],
  },
  loonwaardemeting: {
    subgraphs: ['trajecten'],
    kolommen: ['klant_id', 'datum', 'promille', 'verantwoordelijke'],
  },
  loonkostensubsidie: {
    subgraphs: ['trajecten'],
    kolommen: [
      'id',
      'kvk',
      'plaatsing_id',
      'klant_id',
      'datum_beschikking',
      'promille',
      'start',
      'einde',
      'verantwoordelijke',
    ],
  },

  ...GROEPTABELLEN,

  vordering: {
    subgraphs: ['financien'],
    kolommen: [
      'id',
      'klant_id',
      'besluitdatum',
      'oorspronkelijk_cent',
      'openstaand_cent',
      'laatste_betaling',
      'verantwoordelijke',
    ],
  },
  subsidiebetaling: {
    subgraphs: ['financien'],
    kolommen: [
      'id',
      'kvk',
      'subsidie_id',
      'klant_id',
      'van',
      'tot_en_met',
      'bedrag_cent',
      'betaald_op',
      'verantwoordelijke',
    ],
  },
} as const satisfies Readonly<Record<string, Tabel>>;

/** The name of a table of the dossiers. */
export type Tabelnaam = keyof typeof TABELLEN;

/** A row of a table, by column; null is an empty cell. */
export type Rij<T extends Tabelnaam> = Readonly<
  Record<(typeof TABELLEN)[T]['kolommen'][number], string | number | boolean | null>
>;

/** All rows of the dossiers, by table. */
export type Rijen = { readonly [T in Tabelnaam]: readonly Rij<T>[] };

/** The file of a table in the folder `bronnen`: what every subgraph copies keeps its own name. */
export function bestandsnaam(tabel: Tabelnaam): string {
  return tabel === 'klantbereik' || tabel === 'klantpartij' ? `${tabel}.csv` : `dossiers-${tabel}.csv`;
}
