import { z } from 'zod';
import { ORGANISATIESOORTEN } from '../codelijsten/organisatiesoorten.ts';
import { RIJEN } from '../codelijsten/rijen.ts';
import { ROLLEN } from '../codelijsten/rollen.ts';
import { TAKEN } from '../codelijsten/taken.ts';
import { VOORWAARDEN } from '../ketenpartners/instelling.ts';

/** Stands for every value of a column. */
export const ALLE = '*';

/** One line of `matrix.csv` as its columns stand; `regel` is its line number, from 1. */
export const matrixRegel = z
  .strictObject({
    regel: z.int().min(1),
    rol: z.enum([ALLE, ...ROLLEN]),
    organisatiesoort: z.enum([ALLE, ...ORGANISATIESOORTEN]),
    /** The code of a verwerkingsactiviteit. */
    verwerkingsactiviteit: z.string().min(1),
    /** The code of a gegevensgroep. */
    gegevensgroep: z.string().min(1),
    /** The task whose samenwerkingen bound the rows; absent for a group without rows about persons. */
    taak: z.enum(TAKEN).optional(),
    /** Whose rows are in reach; absent for a group whose rows everyone may read. */
    rijen: z.enum(RIJEN).optional(),
    /** A setting that the gemeente must have on whose rows are reached; absent: it needs none. */
    voorwaarde: z.enum(VOORWAARDEN).optional(),
    grondslag: z.string().min(1),
  })
  .readonly();

/**
 * One line of the matrix: who (role at a kind of organisation) may see which data group for which purpose,
 * on what legal ground, whose rows they are, and through which task those are found.
 */
export type MatrixRegel = z.infer<typeof matrixRegel>;
