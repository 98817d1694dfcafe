import type { z } from 'zod';

/** One CSV file of `bronnen/` and the table it fills. */
export interface Bronbestand {
  /** File name, with `.csv`. */
  readonly bestand: string;
  readonly tabel: string;
  /** What a line must be; its keys are the columns of the file and of the table. */
  readonly regel: z.ZodObject;
}
