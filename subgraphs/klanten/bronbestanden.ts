import { z } from 'zod';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';
import { dossierbestanden } from './dossierbestanden.ts';
import * as vorm from './kolomvormen.ts';

/** The files of `bronnen/`, parents before children. */
export const bronbestanden: readonly Bronbestand[] = [
  {
    bestand: 'gemeenten.csv',
    tabel: 'gemeente',
    regel: z.strictObject({
      code: vorm.gemeentecode,
      naam: vorm.tekst,
      geldig_van: vorm.dagOfLeeg,
      geldig_tot: vorm.dagOfLeeg,
      opvolger: vorm.gemeentecodeOfLeeg,
      dossiers_vanaf: vorm.maandOfLeeg,
    }),
  },
  ...dossierbestanden,
  {
    bestand: 'kengetallen-wwb-000.csv',
    tabel: 'kengetal_wwb',
    regel: z.strictObject({
      gemeente: vorm.gemeentecode,
      maand: vorm.maand,
      soort: z.enum([
        'BEGINSTAND',
        'CORRECTIE',
        'INSTROOM',
        'UITSTROOM',
        'EINDSTAND',
        'VOORSCHOTTEN',
        'BLOKKADES',
      ]),
      waarde: vorm.getal,
      document: vorm.document,
      regel: vorm.getal,
    }),
  },
  {
    bestand: 'normen.csv',
    tabel: 'norm',
    regel: z.strictObject({
      gemeente: vorm.gemeentecode,
      soort: z.enum(['AANVRAAG']),
      aantal: vorm.getal,
      eenheid: z.enum(['WERKDAGEN', 'MINUTEN']),
      geldig_van: vorm.dag,
      document: vorm.document,
      regel: vorm.getal,
    }),
  },
  {
    bestand: 'indicatoren-000.csv',
    tabel: 'indicator_gedrukt',
    regel: z.strictObject({
      gemeente: vorm.gemeentecode,
      maand: vorm.maand,
      code: z.enum(['OP_TREDE']),
      promille: vorm.getal,
      document: vorm.document,
      regel: vorm.getal,
    }),
  },
];
