import { z } from 'zod';
import { TAKEN } from '../codelijsten/taken.ts';
import { bron } from './bron.ts';
import { grens } from './geldigheid.ts';
import { orgaan } from './orgaan.ts';

/**
 * How the participants work together.
 *
 * - `MANDAAT`: the uitvoerder decides in the name of the participants, who stay verantwoordelijke
 * - `OPDRACHT`: the uitvoerder is charged with cases, and reaches those only
 * - `GEZAMENLIJK`: there is no uitvoerder; each participant does the task for all
 */
export const SAMENWERKINGSVORMEN = ['MANDAAT', 'OPDRACHT', 'GEZAMENLIJK'] as const;

/** One of the forms. */
export type Samenwerkingsvorm = (typeof SAMENWERKINGSVORMEN)[number];

/** The shape of one entry of `samenwerkingen.json`. */
export const samenwerking = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    naam: z.string().min(1),
    /** The one task this samenwerking is for. */
    taak: z.enum(TAKEN),
    vorm: z.enum(SAMENWERKINGSVORMEN),
    /** Code of the organisation that does the task for the participants; absent when they do it GEZAMENLIJK. */
    uitvoerder: z.string().min(1).optional(),
    /** Codes of the organisations that gave the mandate or the order, or that do it together. */
    deelnemers: z.array(z.string().min(1)).min(1).readonly(),
    /** The bodies in which the participants steer it. */
    organen: z.array(orgaan).readonly().optional(),
    /** The first day or minute of the mandate. */
    geldigVan: grens,
    /** The first day or minute without the mandate; absent: it has no end. */
    geldigTot: grens.optional(),
    /** What the source leaves open. */
    toelichting: z.string().min(1).optional(),
    bron,
  })
  .readonly();

/** A samenwerking: organisations that have one task done by one of them, by another, or together. */
export type Samenwerking = z.infer<typeof samenwerking>;
