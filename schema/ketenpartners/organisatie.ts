import { z } from 'zod';
import { ORGANISATIESOORTEN } from '../codelijsten/organisatiesoorten.ts';
import { oin } from '../scalars/oin.ts';
import { pasBijScalar } from '../scalars/pas-bij-scalar.ts';
import { bron } from './bron.ts';
import { grens } from './geldigheid.ts';

/** The shape of one entry of `organisaties.json`. */
export const organisatie = z
  .strictObject({
    /** The code by which the whole keten knows the organisation; for a gemeente its CBS code. */
    code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    naam: z.string().min(1),
    soort: z.enum(ORGANISATIESOORTEN),
    oin: z.string().refine(pasBijScalar(oin), 'not an OIN').optional(),
    /** The first day or minute; absent: as far back as the data go. */
    geldigVan: grens.optional(),
    /** The first day or minute on which the organisation is no more; absent: it still is. */
    geldigTot: grens.optional(),
    /** Code of the organisation that took over when it ended. */
    opvolger: z.string().min(1).optional(),
    bron: bron.optional(),
  })
  .readonly();

/** An organisation of the keten. */
export type Organisatie = z.infer<typeof organisatie>;
