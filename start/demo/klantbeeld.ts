import { z } from 'zod';
import { bladzijde } from './bladzijde.ts';

const bedrag = z.int().nonnegative();
const dagOfNooit = z.iso.date().nullable();

const herkomst = z.object({ bron: z.string(), bronsoort: z.string(), peildatum: z.iso.date() });

const uitkering = z.object({
  id: z.string(),
  regeling: z.enum(['WWB', 'IOAW', 'IOAZ']),
  leefvorm: z.enum(['EENPERSOONSHUISHOUDEN', 'EENOUDERGEZIN', 'PAAR']),
  ingangsdatum: z.iso.date(),
  einddatum: dagOfNooit,
  rechthebbenden: z
    .array(z.object({ id: z.string(), naam: z.string() }))
    .min(1)
    .max(2),
  herkomst,
});

const regie = z.object({
  rol: z.enum(['REGISSEUR', 'VERVANGER']),
  team: z.string(),
  vanMij: z.boolean(),
  geldigVan: z.iso.date(),
  geldigTot: dagOfNooit,
  herkomst,
});

const aanvraag = z.object({
  ingediendOp: z.iso.date(),
  beschikking: z.object({ datum: z.iso.date(), besluit: z.string() }).nullable(),
  herkomst,
});

const indeling = z.object({
  stelsel: z.string(),
  waarde: z.string(),
  geldigVan: z.iso.date(),
  geldigTot: dagOfNooit,
  herkomst,
});

const traject = z.object({
  programma: z.object({ code: z.string(), naam: z.string() }).nullable(),
  begin: dagOfNooit,
  einde: dagOfNooit,
  status: z.string(),
  herkomst,
});

const voordracht = z.object({
  id: z.string(),
  beroep: z.object({ omschrijvingBeroepsnaam: z.string() }),
  fase: z.string(),
  datum: z.iso.date(),
  volgendeStap: z.string().nullable(),
  herkomst,
});

const vordering = z.object({
  id: z.string(),
  besluitdatum: z.iso.date(),
  oorspronkelijk: bedrag,
  openstaand: bedrag,
  laatsteBetaling: dagOfNooit,
  herkomst,
});

/** The answer to WP-001. Amounts in cents. */
export const klantbeeld = z.object({
  klant: z.object({
    id: z.string(),
    naam: z.string().min(1),
    geboortedatum: z.iso.date(),
    verantwoordelijke: z.object({ code: z.string(), naam: z.string() }),
    regie: z.array(regie),
    uitkeringen: z.array(uitkering),
    aanvragen: z.array(aanvraag),
    indelingen: z.array(indeling),
    trajecten: z.array(traject),
    voordrachten: bladzijde(voordracht),
    vorderingen: bladzijde(vordering),
  }),
});

/** The answer about the klant. */
export type Klantbeeld = z.infer<typeof klantbeeld>['klant'];
