import { z } from 'zod';

const cijfer = z.object({
  waarde: z.int().nullable(),
  toestand: z.string(),
  bronsoort: z.string(),
  vindplaats: z.object({ document: z.string(), regel: z.int() }).nullable(),
});

const vergelijking = z.object({ gedrukt: cijfer, berekend: cijfer, verschil: cijfer });

const regel = z.object({
  onderdeel: z.string(),
  begroot: cijfer,
  besteed: cijfer,
  resterend: vergelijking,
  prognoseRest: cijfer,
  prognoseResultaat: vergelijking,
});

const wwb = z.object({
  beginstand: cijfer,
  correctie: vergelijking,
  instroom: cijfer,
  uitstroom: cijfer,
  eindstand: vergelijking,
  voorschotten: cijfer,
  blokkades: cijfer,
});

/** The answer to PHO-001. Amounts in cents. */
export const basisOpOrde = z.object({
  gemeente: z.object({
    code: z.string(),
    naam: z.string(),
    begrotingen: z.array(z.object({ jaar: z.int(), peildatum: z.iso.date(), regels: z.array(regel) })),
    maanden: z.array(z.object({ maand: z.string(), wwb })),
  }),
});

/** A figure as it comes in the answer. */
export type Cijfer = z.infer<typeof cijfer>;

/** A printed figure beside the same one recomputed. */
export type Vergelijking = z.infer<typeof vergelijking>;
