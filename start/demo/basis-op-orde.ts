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
  budget: z.object({ bedrag: cijfer, fase: z.string().nullable() }),
  uitgave: z.object({ bedrag: cijfer, totEnMet: z.iso.date() }),
  resterend: vergelijking,
  prognose: z.object({ rest: cijfer, resultaat: vergelijking }),
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

const geteld = cijfer.extend({ waarde: z.number().nullable(), noemer: z.string() });
const paar = z.object({ gedrukt: geteld, dossiers: geteld });

const stand = z.object({
  beginstand: geteld,
  correctie: geteld,
  instroom: geteld,
  uitstroom: geteld,
  administratief: geteld,
  eindstand: geteld,
});

const programmaresultaat = z.object({
  programma: z.object({ code: z.string(), naam: z.string() }),
  uitkomsten: z.array(z.object({ uitkomst: z.string(), aandeel: paar })),
  naarWerkVanAangemelden: paar,
});

/** The answer to PHO-001. Amounts in cents. */
export const basisOpOrde = z.object({
  gemeente: z.object({
    code: z.string(),
    naam: z.string(),
    begrotingen: z.array(z.object({ jaar: z.int(), regels: z.array(regel) })),
    maanden: z.array(z.object({ maand: z.string(), wwb, bekendToen: stand, bekendNu: stand, opTrede: paar })),
    wwbKwartaal: z.object({ instroom: geteld, uitstroom: geteld }),
    wspKwartaal: z.object({
      bedrijvenBenaderd: paar,
      vacatures: paar,
      plaatsingen: paar,
      proefplaatsingen: paar,
    }),
    programmaresultaten: z.array(programmaresultaat),
  }),
});

/** A figure as it comes in the answer. */
export type Cijfer = z.infer<typeof cijfer>;

/** A printed figure beside the same one recomputed. */
export type Vergelijking = z.infer<typeof vergelijking>;

/** A figure that says what was counted. */
export type Geteld = z.infer<typeof geteld>;

/** A printed figure beside what the dossiers give. */
export type Paar = z.infer<typeof paar>;

/** The answer about the gemeente. */
export type BasisOpOrde = z.infer<typeof basisOpOrde>['gemeente'];
