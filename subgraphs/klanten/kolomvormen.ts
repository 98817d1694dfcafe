import { z } from 'zod';
import { bsn } from '../../schema/scalars/bsn.ts';

/** An empty cell. */
export const leeg = z.literal('').transform(() => null);

/** What a cell of a file may be, by what the column holds; `OfLeeg` lets an empty cell stand for nothing. */
export const gemeentecode = z.string().regex(/^GM\d{4}$/);
export const gemeentecodeOfLeeg = z.union([leeg, gemeentecode]);
export const sleutel = z.uuid();
export const tekst = z.string().min(1);
export const hoofdletters = z.string().regex(/^[A-Z][A-Z_]*$/);
export const tekstOfLeeg = z.union([leeg, tekst]);
export const dag = z.iso.date();
export const dagOfLeeg = z.union([leeg, dag]);
export const maand = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const maandOfLeeg = z.union([leeg, maand]);
export const getal = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);
export const getalOfLeeg = z.union([leeg, getal]);
export const jaNee = z.enum(['true', 'false']).transform((waarde) => waarde === 'true');
export const document = z.string().regex(/^\d{3}$/);
export const burgerservicenummer = z.string().refine(isBsn);

/** One of the codes of a code list. */
export const code = <const Codes extends readonly string[]>(...codes: Codes) => z.enum(codes);

function isBsn(waarde: string): boolean {
  try {
    return bsn.parseValue(waarde) === waarde;
  } catch {
    return false;
  }
}
