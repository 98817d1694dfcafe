import { z } from 'zod';
import { bereikbestanden } from '../chassis/bereik/bereikbestanden.ts';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';
import * as vorm from './kolomvormen.ts';

const leefvorm = vorm.code('EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR');

const tijdvak = {
  geldig_van: vorm.dag,
  geldig_tot: vorm.dagOfLeeg,
  verantwoordelijke: vorm.gemeentecode,
};

/** The columns of every table, in the order of its file. */
const TABELLEN = {
  huishouden: { id: vorm.sleutel, verantwoordelijke: vorm.gemeentecode },
  klant: {
    id: vorm.sleutel,
    huishouden_id: vorm.sleutel,
    bsn: vorm.burgerservicenummer,
    naam: vorm.tekst,
    geboortedatum: vorm.dag,
    verantwoordelijke: vorm.gemeentecode,
  },
  uitkering: {
    id: vorm.sleutel,
    huishouden_id: vorm.sleutel,
    regeling: vorm.code('WWB', 'IOAW', 'IOAZ'),
    leefvorm,
    ingangsdatum: vorm.dag,
    einddatum: vorm.dagOfLeeg,
    reden_einde: z.union([vorm.code('WERK', 'OPLEIDING', 'OVERIG'), vorm.leeg]),
    blokkade_reden: vorm.tekstOfLeeg,
    blokkade_sinds: vorm.dagOfLeeg,
    verantwoordelijke: vorm.gemeentecode,
  },
  rechthebbende: {
    uitkering_id: vorm.sleutel,
    volgnummer: vorm.getal,
    klant_id: vorm.sleutel,
    verantwoordelijke: vorm.gemeentecode,
  },
  mutatie: {
    id: vorm.sleutel,
    uitkering_id: vorm.sleutel,
    soort: vorm.code('INSTROOM', 'UITSTROOM', 'ADMINISTRATIEF'),
    aantal: vorm.getal,
    geldig_op: vorm.dag,
    verwerkt_op: vorm.dag,
    leefvorm,
    verantwoordelijke: vorm.gemeentecode,
  },
  regie: {
    klant_id: vorm.sleutel,
    rol: vorm.code('REGISSEUR', 'VERVANGER'),
    medewerker: vorm.tekst,
    team: vorm.tekst,
    geldig_van: vorm.dag,
    geldig_tot: vorm.dagOfLeeg,
    verantwoordelijke: vorm.gemeentecode,
  },
  indeling: {
    klant_id: vorm.sleutel,
    stelsel: vorm.code('TREDE', 'DOELGROEP'),
    waarde: vorm.tekst,
    geldig_van: vorm.dag,
    geldig_tot: vorm.dagOfLeeg,
    verwerkt_op: vorm.dag,
    hoofdontvanger: vorm.jaNee,
    verantwoordelijke: vorm.gemeentecode,
  },
  melding: {
    id: vorm.sleutel,
    klant_id: vorm.sleutel,
    datum: vorm.dag,
    kanaal: vorm.code('BALIE', 'DIGITAAL', 'TELEFOON'),
    verantwoordelijke: vorm.gemeentecode,
  },
  poortgesprek: {
    melding_id: vorm.sleutel,
    klant_id: vorm.sleutel,
    datum: vorm.dag,
    uitkomst: vorm.code('AANVRAAG', 'GEEN_AANVRAAG', 'TERUG_WEGENS_ONVOLLEDIG'),
    verantwoordelijke: vorm.gemeentecode,
  },
  aanvraag: {
    id: vorm.sleutel,
    klant_id: vorm.sleutel,
    melding_id: vorm.sleutel,
    ingediend_op: vorm.dag,
    hersteltermijn: vorm.dagOfLeeg,
    dagen_opgeschort: vorm.getal,
    is_verlengd: vorm.jaNee,
    uiterlijk: vorm.dag,
    voorschot_cent: vorm.getalOfLeeg,
    voorschot_op: vorm.dagOfLeeg,
    afgehandeld_op: vorm.dagOfLeeg,
    verantwoordelijke: vorm.gemeentecode,
  },
  beschikking: {
    aanvraag_id: vorm.sleutel,
    klant_id: vorm.sleutel,
    datum: vorm.dag,
    besluit: vorm.code('TOEGEKEND', 'AFGEWEZEN', 'BUITEN_BEHANDELING'),
    verantwoordelijke: vorm.gemeentecode,
  },
  bezwaar: {
    id: vorm.sleutel,
    aanvraag_id: vorm.sleutel,
    klant_id: vorm.sleutel,
    soort: vorm.code('BEZWAAR', 'KLACHT'),
    ingediend_op: vorm.dag,
    uitkomst: z.union([vorm.code('GEGROND', 'ONGEGROND', 'INGETROKKEN'), vorm.leeg]),
    verantwoordelijke: vorm.gemeentecode,
  },
  reden_einde: {
    uitkering_id: vorm.sleutel,
    klant_id: vorm.sleutel,
    reden: vorm.hoofdletters,
    verantwoordelijke: vorm.gemeentecode,
  },
  verplichting: {
    klant_id: vorm.sleutel,
    soort: vorm.code('ARBEID', 'INLICHTINGEN', 'ONTHEFFING_ARBEID'),
    ...tijdvak,
  },
  veiligheid: {
    klant_id: vorm.sleutel,
    soort: vorm.code('AGRESSIE', 'GEHEIMHOUDING_BRP'),
    bron: vorm.tekstOfLeeg,
    ...tijdvak,
  },
  belemmering: { klant_id: vorm.sleutel, conclusie: vorm.tekst, ...tijdvak },
  zrm_score: {
    klant_id: vorm.sleutel,
    datum: vorm.dag,
    leefgebied: vorm.tekst,
    score: vorm.getal,
    verantwoordelijke: vorm.gemeentecode,
  },
  verblijfsstatus: { klant_id: vorm.sleutel, code: vorm.hoofdletters, bron: vorm.tekstOfLeeg, ...tijdvak },
  onderzoek: {
    id: vorm.sleutel,
    klant_id: vorm.sleutel,
    soort: vorm.code('SIGNAAL', 'HUISBEZOEK', 'ONDERZOEK'),
    begonnen_op: vorm.dag,
    afgesloten_op: vorm.dagOfLeeg,
    overgedragen_op: vorm.dagOfLeeg,
    verantwoordelijke: vorm.gemeentecode,
  },
  bevinding: {
    onderzoek_id: vorm.sleutel,
    klant_id: vorm.sleutel,
    conclusie: vorm.tekst,
    aan_consulent_op: vorm.dag,
    verantwoordelijke: vorm.gemeentecode,
  },
  taak: {
    id: vorm.sleutel,
    klant_id: vorm.sleutel,
    soort: vorm.code('BESLISTERMIJN', 'HERSTELTERMIJN', 'VOORSCHOT', 'HERONDERZOEK', 'TREDEMETING'),
    uiterlijk: vorm.dag,
    grondslag: vorm.tekst,
    klaar_op: vorm.dagOfLeeg,
    verantwoordelijke: vorm.gemeentecode,
  },
} as const;

/**
 * The files of the dossiers, parents before children. Klantbereik comes first: the rows that follow are put on the
 * werklijst of whom it names.
 */
export const dossierbestanden: readonly Bronbestand[] = [
  ...bereikbestanden,
  ...Object.entries(TABELLEN).map(([tabel, kolommen]) => ({
    bestand: `dossiers-${tabel}.csv`,
    tabel,
    regel: z.strictObject(kolommen),
  })),
];
