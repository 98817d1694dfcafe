import type { Tabel } from './tabel.ts';

/** The tables of the data groups that stand apart from a dossier: each holds what one group says of a klant. */
export const GROEPTABELLEN = {
  reden_einde: {
    subgraphs: ['klanten'],
    kolommen: ['uitkering_id', 'klant_id', 'reden', 'verantwoordelijke'],
  },
  verplichting: {
    subgraphs: ['klanten'],
    kolommen: ['klant_id', 'soort', 'geldig_van', 'geldig_tot', 'verantwoordelijke'],
  },
  veiligheid: {
    subgraphs: ['klanten'],
    kolommen: ['klant_id', 'soort', 'bron', 'geldig_van', 'geldig_tot', 'verantwoordelijke'],
  },
  belemmering: {
    subgraphs: ['klanten'],
    kolommen: ['klant_id', 'conclusie', 'geldig_van', 'geldig_tot', 'verantwoordelijke'],
  },
  zrm_score: {
    subgraphs: ['klanten'],
    kolommen: ['klant_id', 'datum', 'leefgebied', 'score', 'verantwoordelijke'],
  },
  verblijfsstatus: {
    subgraphs: ['klanten'],
    kolommen: ['klant_id', 'code', 'bron', 'geldig_van', 'geldig_tot', 'verantwoordelijke'],
  },
  onderzoek: {
    subgraphs: ['klanten'],
    kolommen: [
      'id',
      'klant_id',
      'soort',
      'begonnen_op',
      'afgesloten_op',
      'overgedragen_op',
      'verantwoordelijke',
    ],
  },
  bevinding: {
    subgraphs: ['klanten'],
    kolommen: ['onderzoek_id', 'klant_id', 'conclusie', 'aan_consulent_op', 'verantwoordelijke'],
  },
  profiel_bijzonder: {
    subgraphs: ['vacatures'],
    kolommen: ['klant_id', 'eis_aan_werk', 'verantwoordelijke'],
  },
  ldr_registratie: {
    subgraphs: ['vacatures'],
    kolommen: ['klant_id', 'indicatie', 'bron', 'verantwoordelijke'],
  },
  schuldhulptraject: {
    subgraphs: ['trajecten'],
    kolommen: ['id', 'klant_id', 'fase', 'begin', 'einde', 'verantwoordelijke'],
  },
  schuld: {
    subgraphs: ['trajecten'],
    kolommen: [
      'schuldhulptraject_id',
      'volgnummer',
      'klant_id',
      'schuldeiser',
      'bedrag_cent',
      'verantwoordelijke',
    ],
  },
  rekening: {
    subgraphs: ['financien'],
    kolommen: ['klant_id', 'iban', 'geldig_van', 'geldig_tot', 'verantwoordelijke'],
  },
  betaalregel: {
    subgraphs: ['financien'],
    kolommen: ['klant_id', 'maand', 'soort', 'bedrag_cent', 'betaald_op', 'verantwoordelijke'],
  },
  beslag: {
    subgraphs: ['financien'],
    kolommen: ['klant_id', 'beslaglegger', 'bedrag_cent', 'geldig_van', 'geldig_tot', 'verantwoordelijke'],
  },
} as const satisfies Readonly<Record<string, Tabel>>;
