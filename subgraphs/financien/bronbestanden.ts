import { z } from 'zod';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';

const gemeentecode = z.string().regex(/^GM\d{4}$/);
const dag = z.iso.date();
const dagOfLeeg = z.union([z.literal('').transform(() => null), dag]);
const getal = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);
const cent = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(Number);

/** The files of `bronnen/`. */
export const bronbestanden: readonly Bronbestand[] = [
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
      document: z.string().regex(/^\d{3}$/),
      regel: getal,
    }),
  },
  {
    bestand: 'vorderingen.csv',
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
];
