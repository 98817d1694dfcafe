import type { z } from 'zod';

/** Something that must hold of an answer, and what is said when it does not. */
export type Eis = readonly [voldaan: boolean, bezwaar: string];

/** Judges an answer: its form first, then what must hold of it. Gives what is not so; empty when all is. */
export function oordeel<Vorm extends z.ZodType>(
  vorm: Vorm,
  eisen: (antwoord: z.infer<Vorm>) => readonly Eis[],
): (data: unknown) => readonly string[] {
  return (data) => {
    const gelezen = vorm.safeParse(data);
    if (!gelezen.success)
      return gelezen.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return eisen(gelezen.data)
      .filter(([voldaan]) => !voldaan)
      .map(([, bezwaar]) => bezwaar);
  };
}
