import { readFileSync } from 'node:fs';
import { z } from 'zod';

const paden = z.array(z.string().min(1)).min(1);

/** What must come of a case: exactly one of these. */
const verwacht = z.union([
  /** Each path holds a value. */
  z.strictObject({ waarde: paden, afwezig: paden.optional() }),
  /** Each path holds nothing, without an error. */
  z.strictObject({ afwezig: paden }),
  /** No data at all, and at least these fields refused, each for a reason. */
  z.strictObject({ geweigerd: z.array(z.tuple([z.string(), z.string()])).min(1) }),
  /** No value in the data, and an error with this code. */
  z.strictObject({ fout: z.string() }),
]);

const geval = z.strictObject({
  naam: z.string().min(1),
  /** Who asks: the name that the token command gets. Absent: nobody. */
  als: z.string().optional(),
  /** The code of the verwerkingsactiviteit. */
  doel: z.string().optional(),
  /** The code of the reason to look further than usual. */
  reden: z.string().optional(),
  query: z.string(),
  /** A value that begins with `$` was remembered by an earlier case. */
  variables: z.record(z.string(), z.unknown()).default({}),
  verwacht,
  /** What to remember of the answer, by the path of it. */
  onthoud: z.record(z.string(), z.string()).default({}),
  /** The name of an earlier case whose data and errors are the very same. */
  gelijkAan: z.string().optional(),
});

const gevallen = z.strictObject({
  /** The URI of a verwerkingsactiviteit, with `{doel}` where its code comes. */
  doelen: z.string().includes('{doel}'),
  gevallen: z.array(geval).min(1),
});

/** One question of the suite, and what must come of it. */
export type Geval = z.infer<typeof geval>;

/** What a case says must come of it. */
export type Verwacht = z.infer<typeof verwacht>;

/** The cases in their order, each with the URI of its purpose. */
export function laadGevallen(
  bestand: URL | string = new URL('gevallen.json', import.meta.url),
): readonly Geval[] {
  const { doelen, gevallen: alle } = gevallen.parse(JSON.parse(readFileSync(bestand, 'utf8')));
  return alle.map((each) =>
    each.doel === undefined ? each : { ...each, doel: doelen.replace('{doel}', each.doel) },
  );
}
