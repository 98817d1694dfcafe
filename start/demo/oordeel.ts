import type { z } from 'zod';
import type { Operatie } from '../../schema/operaties/laad-operaties.ts';

/** Something that must hold of an answer, and what is said when it does not. */
export type Eis = readonly [voldaan: boolean, bezwaar: string];

/**
 * Judges an answer: its form first, then what must hold of it, with the variables it was asked with. Gives what is not so;
 * empty when all is.
 */
export function oordeel<Vorm extends z.ZodType>(
  vorm: Vorm,
  eisen: (antwoord: z.infer<Vorm>, variabelen: Operatie['variabelen']) => readonly Eis[],
): (data: unknown, variabelen?: Operatie['variabelen']) => readonly string[] {
  return (data, variabelen = {}) => {
    const gelezen = vorm.safeParse(data);
    if (!gelezen.success)
      return gelezen.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return eisen(gelezen.data, variabelen)
      .filter(([voldaan]) => !voldaan)
      .map(([, bezwaar]) => bezwaar);
  };
}
