import { z } from 'zod';
import { BESTUURSROLLEN } from '../codelijsten/bestuursrollen.ts';
import { bron } from './bron.ts';
import { grens } from './geldigheid.ts';

/** The shape of a body of a samenwerking in `samenwerkingen.json`. */
export const orgaan = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    naam: z.string().min(1),
    /** The role that sits in it; others of the same organisations get nothing from it. */
    rol: z.enum(BESTUURSROLLEN),
    /** Codes of the gemeenten that are represented. */
    leden: z.array(z.string().min(1)).min(2).readonly(),
    geldigVan: grens,
    geldigTot: grens.optional(),
    bron,
  })
  .readonly();

/**
 * A body of a samenwerking, such as a PHO or a cliëntenraad: no organisation, and without rights of its own. Who sits in
 * it, by role and organisation, sees the figures of its members.
 */
export type Orgaan = z.infer<typeof orgaan>;
