import { z } from 'zod';
import { bereikbestanden } from '../chassis/bereik/bereikbestanden.ts';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';

const gemeentecode = z.string().regex(/^GM\d{4}$/);
const dag = z.iso.date();
const leeg = z.literal('').transform(() => null);
const dagOfLeeg = z.union([leeg, dag]);
const getal = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);
const cent = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(Number);

/** The files of `bronnen/`, parents before children. */
export const bronbestanden: readonly Bronbestand[] = [
  ...bereikbestanden,
  {
    bestand: 'begroting-000.csv',
    tabel: 'begrotingsregel',
    regel: z.strictObject({
      gemeente: gemeentecode,
      jaar: getal,
      peildatum: dag,
      volgorde: getal,
      onderdeel: z.string().min(1),
      kolom: z.enum(['BEGROOT', 'BESTEED', 'RESTEREND', 'PROGNOSE_REST', 'PROGNOSE_RESULTAAT']),
      bedrag_cent: cent,
      fase: z.union([leeg, z.enum(['VOORLOPIG', 'INDICATIE', 'DEFINITIEF', 'EIGEN_PROGNOSE'])]),
      document: z.string().regex(/^\d{3}$/),
      regel: getal,
    }),
  },
  {
    bestand: 'dossiers-rekening.csv',
    tabel: 'rekening',
    regel: z.strictObject({
      klant_id: z.uuid(),
      iban: z.string().regex(/^NL\d{2}[A-Z]{4}\d{10}$/),
      geldig_van: dag,
      geldig_tot: dagOfLeeg,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-betaalregel.csv',
    tabel: 'betaalregel',
    regel: z.strictObject({
      klant_id: z.uuid(),
      maand: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      soort: z.enum(['BIJSTAND', 'BESLAG', 'TERUGVORDERING']),
      bedrag_cent: cent,
      betaald_op: dag,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-beslag.csv',
    tabel: 'beslag',
    regel: z.strictObject({
      klant_id: z.uuid(),
      beslaglegger: z.string().min(1),
      bedrag_cent: cent,
      geldig_van: dag,
      geldig_tot: dagOfLeeg,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-vordering.csv',
    tabel: 'vordering',
    regel: z.strictObject({
      id: z.uuid(),
      klant_id: z.uuid(),
      besluitdatum: dag,
      oorspronkelijk_cent: cent,
      openstaand_cent: cent,
      laatste_betaling: dagOfLeeg,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-subsidiebetaling.csv',
    tabel: 'subsidiebetaling',
    regel: z.strictObject({
      id: z.uuid(),
      kvk: z.string().regex(/^\d{8}$/),
      subsidie_id: z.uuid(),
      klant_id: z.uuid(),
      van: dag,
      tot_en_met: dag,
      bedrag_cent: cent,
      betaald_op: dag,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'samenwerkingsverbanden.csv',
    tabel: 'samenwerkingsverband',
    regel: z.strictObject({
      code: z.string().min(1),
      naam: z.string().min(1),
      rechtsvorm: z.enum(['UITVOERING_DOOR_GEMEENTE', 'GEMEENSCHAPPELIJKE_REGELING']),
      penvoerder: gemeentecode,
    }),
  },
  {
    bestand: 'samenwerkingsverband-deelnemers.csv',
    tabel: 'samenwerkingsverband_deelnemer',
    regel: z.strictObject({
      code: z.string().min(1),
      gemeente: gemeentecode,
      geldig_van: dag,
      geldig_tot: dagOfLeeg,
    }),
  },
];
