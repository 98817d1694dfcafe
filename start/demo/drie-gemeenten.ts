import { z } from 'zod';

const cijfer = z.object({
  waarde: z.int().nullable(),
  toestand: z.string(),
  noemer: z.string(),
  bronsoort: z.string(),
});

/** The figures of one month, as known now. */
export const stand = z.object({
  beginstand: cijfer,
  instroom: cijfer,
  uitstroom: cijfer,
  administratief: cijfer,
  eindstand: cijfer,
});

const maanden = z.array(z.object({ maand: z.string(), bekendNu: stand }));

/** The answer to PHO-002: the gemeenten of a samenwerkingsverband together, and each. */
export const drieGemeenten = z.object({
  samenwerkingsverband: z.object({
    code: z.string(),
    naam: z.string(),
    penvoerder: z.object({ code: z.string() }),
    maanden,
    deelnemers: z.array(
      z.object({
        code: z.string(),
        naam: z.string(),
        arbeidsmarktregio: z.object({ code: z.string() }).nullable(),
        begrotingen: z.array(z.object({ jaar: z.int() })),
        maanden,
      }),
    ),
  }),
});
