import { z } from 'zod';
import { TAKEN } from '../codelijsten/taken.ts';
import { gemeentecode } from '../scalars/gemeentecode.ts';
import { pasBijScalar } from '../scalars/pas-bij-scalar.ts';

/** The shape of one entry of `samenwerkingen.json`. */
export const samenwerking = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    naam: z.string().min(1),
    /** The one task this samenwerking is for. */
    taak: z.enum(TAKEN),
    /** Code of the organisation that does the task for the participants. */
    uitvoerder: z.string().min(1),
    /** The gemeenten that gave the mandate. */
    deelnemers: z
      .array(z.string().refine(pasBijScalar(gemeentecode), 'not a gemeentecode'))
      .min(1)
      .readonly(),
    /** The first day of the mandate. */
    geldigVan: z.iso.date(),
    /** The first day without the mandate; absent: it has no end. */
    geldigTot: z.iso.date().optional(),
    /** Where the mandate is written: document and line, from 1. */
    bron: z.strictObject({ document: z.string().min(1), regel: z.int().min(1) }).readonly(),
  })
  .readonly();

/** A samenwerking: gemeenten that have one task done by one organisation. */
export type Samenwerking = z.infer<typeof samenwerking>;
