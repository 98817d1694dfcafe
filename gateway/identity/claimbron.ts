import { z } from 'zod';

const naam = z.string().min(1).max(200);
/** A claim by its name, to the letter, or inside other claims by the names on the way. */
const pad = z.union([naam, z.array(naam).min(1).max(8)]);

/**
 * Where the value of one of our claims comes from, in the token of one issuer:
 * - a name, or a list of names for a claim inside other claims;
 * - `{ pad, waarden, voorvoegsel, gescheiden }`: with `waarden` the issuer's values are translated and others are left
 *   out, with `voorvoegsel` a text is put before each value, with `gescheiden` one text is a list of several values;
 * - `{ vast }`: the same value for all who sign in there.
 */
export const claimbron = z.union([
  pad,
  z.strictObject({
    pad,
    waarden: z.record(naam, naam).optional(),
    voorvoegsel: naam.optional(),
    gescheiden: z.string().min(1).max(4).optional(),
  }),
  z.strictObject({ vast: z.union([naam, z.array(naam)]) }),
]);

export type Claimbron = z.infer<typeof claimbron>;

/** The value that a verified token has for a claim; `undefined` when it has none. It still has to be checked. */
export function leesClaim(claims: Readonly<Record<string, unknown>>, bron: Claimbron): unknown {
  if (typeof bron === 'string' || Array.isArray(bron)) return opPad(claims, bron);
  if ('vast' in bron) return bron.vast;
  const { waarden, voorvoegsel = '', gescheiden } = bron;
  const vertaal = (waarde: unknown): unknown => {
    if (typeof waarde !== 'string') return waarde;
    const vertaald = waarden === undefined ? waarde : eigen(waarden, waarde);
    return vertaald === undefined ? undefined : `${voorvoegsel}${vertaald}`;
  };
  const gevonden = opPad(claims, bron.pad);
  const waarde =
    gescheiden !== undefined && typeof gevonden === 'string'
      ? gevonden.split(gescheiden).filter((deel) => deel !== '')
      : gevonden;
  return Array.isArray(waarde) ? waarde.map(vertaal).filter((each) => each !== undefined) : vertaal(waarde);
}

function opPad(claims: Readonly<Record<string, unknown>>, pad: string | readonly string[]): unknown {
  return [pad].flat().reduce<unknown>((waarde, stap) => eigen(waarde, stap), claims);
}

/** What an object has itself: a claim named `constructor` is not there because all objects have one. */
function eigen(waarde: unknown, naam: string): unknown {
  const isObject = typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
  return isObject && Object.hasOwn(waarde, naam) ? (waarde as Record<string, unknown>)[naam] : undefined;
}
