import type { z } from 'zod';
import { type Bestandsgebrek, bestandFout } from './bestand-fout.ts';
import { leesBestand } from './lees-bestand.ts';

/**
 * A JSON file read and validated. Errors say where: `entry 2, variabelen.klant: …`, counted from 1.
 * @throws KetenFout BESTAND_ONGELDIG when the file is unreadable, no JSON or not of the type; every fault is named.
 */
export function leesJson<T>(map: URL | string, pad: string, type: z.ZodType<T>): T {
  const text = leesBestand(map, pad);
  const parsed = type.safeParse(parseJson(text, pad));
  if (parsed.success) return parsed.data;
  throw bestandFout(pad, parsed.error.issues.map(gebrek));
}

function parseJson(text: string, pad: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // V8 quotes the text around the fault; only the line is repeated, where it names one.
    const line =
      error instanceof SyntaxError ? /\(line (\d+) column \d+\)/.exec(error.message)?.[1] : undefined;
    const gebrek: Bestandsgebrek = {
      reden: 'not valid JSON',
      ...(line !== undefined && { regel: Number(line) }),
    };
    throw bestandFout(pad, [gebrek]);
  }
}

function gebrek({ path, message }: z.core.$ZodIssue): Bestandsgebrek {
  const [entry, ...rest] = path;
  const where = typeof entry === 'number' ? [`entry ${entry + 1}`, rest.join('.')] : [path.join('.')];
  const prefix = where.filter((part) => part !== '').join(', ');
  return { reden: prefix === '' ? message : `${prefix}: ${message}` };
}
