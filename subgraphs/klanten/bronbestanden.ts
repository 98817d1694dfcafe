import { z } from 'zod';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';
import { bsn } from '../../schema/scalars/bsn.ts';

const gemeentecode = z.string().regex(/^GM\d{4}$/);
const dag = z.iso.date();
const dagOfLeeg = z.union([z.literal('').transform(() => null), dag]);
const getal = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);

/** The files of `bronnen/`, parents before children. */
export const bronbestanden: readonly Bronbestand[] = [
  {
    bestand: 'gemeenten.csv',
    tabel: 'gemeente',
    regel: z.strictObject({ code: gemeentecode, naam: z.string().min(1) }),
  },
  {
    bestand: 'huishoudens.csv',
    tabel: 'huishouden',
    regel: z.strictObject({ id: z.uuid(), verantwoordelijke: gemeentecode }),
  },
  {
    bestand: 'klanten.csv',
    tabel: 'klant',
    regel: z.strictObject({
      id: z.uuid(),
      huishouden_id: z.uuid(),
      bsn: z.string().refine(isBsn),
      naam: z.string().min(1),
      geboortedatum: dag,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'uitkeringen.csv',
    tabel: 'uitkering',
    regel: z.strictObject({
      id: z.uuid(),
      huishouden_id: z.uuid(),
      regeling: z.enum(['WWB', 'IOAW', 'IOAZ']),
      leefvorm: z.enum(['EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR']),
      ingangsdatum: dag,
      einddatum: dagOfLeeg,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'rechthebbenden.csv',
    tabel: 'rechthebbende',
    regel: z.strictObject({
      uitkering_id: z.uuid(),
      volgnummer: getal,
      klant_id: z.uuid(),
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'kengetallen-wwb-000.csv',
    tabel: 'kengetal_wwb',
    regel: z.strictObject({
      gemeente: gemeentecode,
      maand: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      soort: z.enum([
        'BEGINSTAND',
        'CORRECTIE',
        'INSTROOM',
        'UITSTROOM',
        'EINDSTAND',
        'VOORSCHOTTEN',
        'BLOKKADES',
      ]),
      waarde: getal,
      document: z.string().regex(/^\d{3}$/),
      regel: getal,
    }),
  },
];

function isBsn(tekst: string): boolean {
  try {
    return bsn.parseValue(tekst) === tekst;
  } catch {
    return false;
  }
}
