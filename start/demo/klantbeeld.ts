import { z } from 'zod';

const bedrag = z.int().nonnegative();

const uitkering = z.object({
  id: z.string(),
  regeling: z.enum(['WWB', 'IOAW', 'IOAZ']),
  leefvorm: z.enum(['EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR']),
  ingangsdatum: z.iso.date(),
  einddatum: z.iso.date().nullable(),
  rechthebbenden: z
    .array(z.object({ id: z.string(), naam: z.string() }))
    .min(1)
    .max(2),
});

const vordering = z.object({
  id: z.string(),
  besluitdatum: z.iso.date(),
  oorspronkelijk: bedrag,
  openstaand: bedrag,
  laatsteBetaling: z.iso.date().nullable(),
});

/** The answer to WP-001. Amounts in cents. */
export const klantbeeld = z.object({
  klant: z.object({
    id: z.string(),
    naam: z.string().min(1),
    geboortedatum: z.iso.date(),
    verantwoordelijke: z.object({ code: z.string(), naam: z.string() }),
    uitkeringen: z.array(uitkering),
    vorderingen: z.object({
      edges: z.array(z.object({ node: vordering })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
