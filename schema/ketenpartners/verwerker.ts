import { z } from 'zod';
import { bron } from './bron.ts';
import { grens } from './geldigheid.ts';

/** The shape of one entry of `verwerkers.json`. */
export const verwerker = z
  .strictObject({
    /** Code of the organisation that sends: the claim `via` of a token. */
    verwerker: z.string().min(1),
    /** Codes of the organisations it may send for: the claim `organisatie` of the same token. */
    voor: z.array(z.string().min(1)).min(1).readonly(),
    geldigVan: grens,
    geldigTot: grens.optional(),
    bron,
  })
  .readonly();

/** A processor (AVG art. 28) and the organisations that it may send questions for. */
export type Verwerker = z.infer<typeof verwerker>;
