import { z } from 'zod';

/** Where something is written: document and line, from 1, or that no source says it and why it is so all the same. */
export const bron = z
  .union(
    [
      z.strictObject({ document: z.string().regex(/^\d{3}$/), regel: z.int().min(1) }),
      z.strictObject({ keuze: z.string().min(1) }),
    ],
    'names neither document and regel, nor a keuze',
  )
  .readonly();

/** Where something is written. */
export type Bron = z.infer<typeof bron>;
