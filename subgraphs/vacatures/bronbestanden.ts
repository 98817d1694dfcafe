import { z } from 'zod';
import { bereikbestanden } from '../chassis/bereik/bereikbestanden.ts';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';

const leeg = z.literal('').transform(() => null);
const gemeentecode = z.string().regex(/^GM\d{4}$/);
const kvk = z.string().regex(/^\d{8}$/);
const dag = z.iso.date();
const tekst = z.string().min(1);
const getal = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);
const vlag = z.enum(['true', 'false']).transform((waarde) => waarde === 'true');

const codelijsten: readonly Bronbestand[] = [
  {
    bestand: 'arbeidsmarktregios.csv',
    tabel: 'arbeidsmarktregio',
    regel: z.strictObject({ code: tekst, naam: tekst }),
  },
  {
    bestand: 'arbeidsmarktregio-gemeenten.csv',
    tabel: 'arbeidsmarktregio_gemeente',
    regel: z.strictObject({
      gemeente: gemeentecode,
      regio: tekst,
      geldig_van: dag,
      geldig_tot: z.union([leeg, dag]),
    }),
  },
  {
    bestand: 'dossiers-beroep.csv',
    tabel: 'beroep',
    regel: z.strictObject({ code: z.url(), naam: tekst }),
  },
];

const werkgevers: readonly Bronbestand[] = [
  {
    bestand: 'dossiers-werkgever.csv',
    tabel: 'werkgever',
    regel: z.strictObject({
      kvk,
      handelsnaam: tekst,
      is_eenmanszaak: vlag,
      contact_naam: z.union([leeg, tekst]),
      contact_organisatie: z.union([leeg, tekst]),
      contact_telefoon: z.union([leeg, tekst]),
    }),
  },
  {
    bestand: 'dossiers-vestiging.csv',
    tabel: 'vestiging',
    regel: z.strictObject({ vestigingsnummer: z.string().regex(/^\d{12}$/), kvk, plaats: tekst }),
  },
  {
    bestand: 'dossiers-vacature.csv',
    tabel: 'vacature',
    regel: z.strictObject({
      id: z.uuid(),
      kvk,
      nummer: tekst,
      naam: tekst,
      sluitingsdatum: z.union([leeg, dag]),
      beroep_code: z.url(),
      denkniveau: z.union([leeg, z.string().regex(/^[0-7]$/)]),
      uren_min: getal,
      uren_max: getal,
      aantal_plaatsen: getal,
      status: z.enum(['OPEN', 'VERVULD', 'GESLOTEN']),
      geopend_op: dag,
      gesloten_op: z.union([leeg, dag]),
      gemeente: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-benadering.csv',
    tabel: 'benadering',
    regel: z.strictObject({
      kvk,
      gemeente: gemeentecode,
      kwartaal: z.string().regex(/^\d{4}-[1-4]$/),
      datum: dag,
    }),
  },
];

const personen: readonly Bronbestand[] = [
  ...bereikbestanden,
  {
    bestand: 'dossiers-profiel.csv',
    tabel: 'profiel',
    regel: z.strictObject({
      klant_id: z.uuid(),
      postcode: z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/),
      reisafstand: z.union([leeg, getal]),
      uren_min: getal,
      uren_max: getal,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-profiel_bijzonder.csv',
    tabel: 'profiel_bijzonder',
    regel: z.strictObject({
      klant_id: z.uuid(),
      eis_aan_werk: z.union([leeg, tekst]),
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-ldr_registratie.csv',
    tabel: 'ldr_registratie',
    regel: z.strictObject({
      klant_id: z.uuid(),
      indicatie: vlag,
      bron: tekst,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-profiel_beroep.csv',
    tabel: 'profiel_beroep',
    regel: z.strictObject({ klant_id: z.uuid(), beroep_code: z.url(), verantwoordelijke: gemeentecode }),
  },
  {
    bestand: 'dossiers-voordracht.csv',
    tabel: 'voordracht',
    regel: z.strictObject({
      id: z.uuid(),
      kvk,
      vacature_id: z.uuid(),
      klant_id: z.uuid(),
      fase: z.enum(['VOORGEDRAGEN', 'UITGENODIGD', 'GEPLAATST', 'GEEINDIGD']),
      datum: dag,
      volgende_stap: z.union([leeg, tekst]),
      fase_sinds: dag,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-kandidaat_naam.csv',
    tabel: 'kandidaat_naam',
    regel: z.strictObject({
      voordracht_id: z.uuid(),
      kvk,
      klant_id: z.uuid(),
      naam: tekst,
      telefoonnummer: z.union([leeg, z.string().regex(/^\d{10}$/)]),
      emailadres: z.union([leeg, z.email()]),
      opleiding: z.union([leeg, tekst]),
      werkervaring: z.union([leeg, tekst]),
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-plaatsing.csv',
    tabel: 'plaatsing',
    regel: z.strictObject({
      id: z.uuid(),
      kvk,
      voordracht_id: z.union([leeg, z.uuid()]),
      klant_id: z.uuid(),
      soort: z.enum(['REGULIER', 'PROEFPLAATSING', 'DETACHERING', 'LEERWERKPLEK']),
      begin: dag,
      einde: z.union([leeg, dag]),
      uren: getal,
      naam: tekst,
      verantwoordelijke: gemeentecode,
    }),
  },
];

const gedrukt: Bronbestand = {
  bestand: 'wsp-000.csv',
  tabel: 'wsp_gedrukt',
  regel: z.strictObject({
    gemeente: gemeentecode,
    jaar: getal,
    kwartaal: getal,
    soort: z.enum(['BENADERD', 'VACATURES', 'GEPLAATST', 'PROEF']),
    waarde: getal,
    document: z.string().regex(/^\d{3}$/),
    regel: getal,
  }),
};

/** The files of `bronnen/`, parents before children. */
export const bronbestanden: readonly Bronbestand[] = [...codelijsten, ...werkgevers, ...personen, gedrukt];
