import { z } from 'zod';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';
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
  {
    bestand: 'huishoudens.csv',
    tabel: 'huishouden',
    regel: z.strictObject({ id: vorm.sleutel, verantwoordelijke: vorm.gemeentecode }),
  },
  {
    bestand: 'klanten.csv',
    tabel: 'klant',
    regel: z.strictObject({
      id: vorm.sleutel,
      huishouden_id: vorm.sleutel,
      bsn: vorm.burgerservicenummer,
      naam: vorm.tekst,
      geboortedatum: vorm.dag,
      verantwoordelijke: vorm.gemeentecode,
    }),
  },
  {
    bestand: 'uitkeringen.csv',
    tabel: 'uitkering',
    regel: z.strictObject({
      id: vorm.sleutel,
      huishouden_id: vorm.sleutel,
      regeling: z.enum(['WWB', 'IOAW', 'IOAZ']),
      leefvorm: z.enum(['EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR']),
      ingangsdatum: vorm.dag,
      einddatum: vorm.dagOfLeeg,
      reden_einde: z.union([vorm.code('WERK', 'OPLEIDING', 'OVERIG'), vorm.leeg]),
      blokkade_reden: vorm.tekstOfLeeg,
      blokkade_sinds: vorm.dagOfLeeg,
      verantwoordelijke: vorm.gemeentecode,
    }),
  },
  {
    bestand: 'rechthebbenden.csv',
    tabel: 'rechthebbende',
    regel: z.strictObject({
      uitkering_id: vorm.sleutel,
      volgnummer: vorm.getal,
      klant_id: vorm.sleutel,
      verantwoordelijke: vorm.gemeentecode,
    }),
  },
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
